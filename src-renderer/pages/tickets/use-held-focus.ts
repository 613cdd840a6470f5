import { useEffect, useRef } from 'react';

/** Keeps the focus in a group when the control that has it goes, as a button does that no longer applies. */
export function useHeldFocus() {
  const group = useRef<HTMLDivElement>(null);
  const last = useRef<Element>(undefined);
  useEffect(() => {
    if (last.current === undefined || last.current.isConnected) return;
    last.current = undefined;
    if (document.activeElement === document.body) group.current?.focus({ preventScroll: true });
  });
  return {
    ref: group,
    tabIndex: -1,
    onFocus: ({ target }: { readonly target: Element }) => {
      last.current = target === group.current ? undefined : target;
    },
  };
}
