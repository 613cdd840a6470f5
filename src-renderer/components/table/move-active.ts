/** The row that a key moves to; undefined when the key moves to none. */
export function moveActive(key: string, active: number, count: number, page: number): number | undefined {
  const target = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target));
}
