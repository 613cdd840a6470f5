import { useCallback } from 'react';
import { create } from 'zustand';

const useStore = create<Readonly<Record<string, boolean>>>(() => ({}));

/** What somebody has unfolded or folded, which outlives being scrolled out of sight. */
export function useUnfolded(name: string, otherwise: boolean): readonly [boolean, (unfolded: boolean) => void] {
  const unfolded = useStore((all) => all[name]) ?? otherwise;
  const set = useCallback((next: boolean) => useStore.setState({ [name]: next }), [name]);
  return [unfolded, set];
}
