import { useEffect, useState } from 'react';

/** Which of the sections is being read: the last that has come to the upper part of the window. */
export function useCurrentSection(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const known = ids.join(' ');
  useEffect(() => {
    const inSight = new Set<string>();
    const order = known.split(' ');
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          if (isIntersecting) inSight.add(target.id);
          else inSight.delete(target.id);
        }
        setCurrent((before) => order.findLast((id) => inSight.has(id)) ?? before);
      },
      { rootMargin: '0px 0px -75% 0px' },
    );
    for (const id of order) {
      const section = document.getElementById(id);
      if (section !== null) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [known]);
  return current;
}
