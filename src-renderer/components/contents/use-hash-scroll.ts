import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Scrolls to the section that the address names, once there is one and whenever it is named anew. */
export function useHashScroll(ready: boolean): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!ready || hash === '') return;
    const section = document.getElementById(hash.slice(1));
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }, [ready, hash, key]);
}
