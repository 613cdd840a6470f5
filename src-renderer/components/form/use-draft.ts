import { useCallback, useMemo } from 'react';
import { useDrafts } from './drafts.ts';

export interface FormDraft<Values> {
  /** The saved values with what was typed over them. */
  readonly values: Values;
  readonly changes: Partial<Values>;
  readonly changed: readonly (keyof Values & string)[];
  /** The revision that the first change was made to; the record's own while there is no change. */
  readonly revision: number;
  set(change: Partial<Values>): void;
  discard(): void;
}

/** A form's state: what is saved, and over it the draft of that name, which is kept until saved or discarded. */
export function useDraft<Values extends object>(key: string, saved: Values, revision = 0): FormDraft<Values> {
  const draft = useDrafts((state) => state.drafts[key]);
  const { put, discard } = useDrafts.getState();

  const set = useCallback(
    (change: Partial<Values>) => {
      const before = useDrafts.getState().drafts[key];
      const changes = Object.fromEntries(
        Object.entries({ ...before?.changes, ...change }).filter(
          ([name, value]) => JSON.stringify(value) !== JSON.stringify(saved[name as keyof Values]),
        ),
      );
      if (Object.keys(changes).length === 0) discard(key);
      else put(key, { revision: before?.revision ?? revision, changes });
    },
    [key, saved, revision, put, discard],
  );

  return useMemo(() => {
    const changes = (draft?.changes ?? {}) as Partial<Values>;
    return {
      values: { ...saved, ...changes },
      changes,
      changed: Object.keys(changes) as (keyof Values & string)[],
      revision: draft?.revision ?? revision,
      set,
      discard: () => discard(key),
    };
  }, [draft, saved, revision, set, discard, key]);
}
