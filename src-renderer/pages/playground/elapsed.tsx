import { useEffect, useState } from 'react';

const step = 250;

/** How long something has been going on, once it is longer than a second. Counts from when it is first seen without `since`. */
export function Elapsed({ since }: { readonly since?: string }) {
  const [seen] = useState(() => Date.now());
  const [now, setNow] = useState(seen);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), step);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((now - (since === undefined ? seen : Date.parse(since))) / 1000);
  if (seconds < 1) return null;
  const minutes = Math.floor(seconds / 60);
  return <span aria-hidden>{minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`}</span>;
}
