import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { RuleRow } from './rule-acts.ts';
import { orderRules } from './use-rules.ts';

/** Moves rules in their order, by a row's buttons or by Alt and an arrow. */
export function useRuleOrder(rows: readonly RuleRow[] | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef<string>(undefined);
  const ordering = useMutation({ mutationFn: orderRules });
  useEffect(() => {
    if (moved.current === undefined) return;
    // Rows are drawn by their place: the focus goes with the rule, so that the button can be pressed again.
    frame.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus({ preventScroll: true });
    moved.current = undefined;
  }, [rows]);

  const order = ({ id, place }: RuleRow, by: -1 | 1): boolean => {
    const ids = rows?.map((row) => row.id) ?? [];
    const to = place - 1 + by;
    if (to < 0 || to >= ids.length) return false;
    ids.splice(place - 1, 1);
    ids.splice(to, 0, id);
    ordering.mutate(ids);
    return true;
  };

  return {
    error: ordering.error,
    move: (row: RuleRow, by: -1 | 1): void => {
      if (order(row, by)) moved.current = `${row.id} ${by}`;
    },
    /** Of the element that holds the table. */
    frame: {
      ref: frame,
      onKeyDownCapture: (event: KeyboardEvent): void => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
        if (!event.altKey || by === undefined || !(event.target instanceof Element)) return;
        const active = event.target.matches('[data-list]') ? event.target.querySelector('[data-active]') : null;
        const row = active === null ? undefined : rows?.[Number(active.getAttribute('data-index'))];
        // The table moves its mark by the same key, and so stays with the rule.
        if (row === undefined || !order(row, by)) event.stopPropagation();
      },
    },
  };
}
