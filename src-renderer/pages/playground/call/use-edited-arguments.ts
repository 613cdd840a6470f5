import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import { client } from '../../../api/client.ts';
import { useDraft } from '../../../components/form/use-draft.ts';
import { indentJson } from '../text/indent-json.ts';
import { parseJson } from '../text/parse-json.ts';

export interface EditedArguments {
  /** False while a long text is still on its way. */
  readonly ready: boolean;
  readonly text: string;
  readonly value: unknown;
  readonly changed: boolean;
  /** Why they cannot be sent. */
  readonly problem: string | undefined;
  set(text: string): void;
  discard(): void;
}

/** A call's arguments as they are edited, kept as a draft of the call. */
export function useEditedArguments(call: CallItem, open: boolean): EditedArguments {
  const { text, length } = call.arguments;
  const cut = text.length < length;
  const whole = useQuery({
    queryKey: ['conversation item', call.id, 'arguments'],
    queryFn: ({ signal }) => client.conversations.itemText({ itemId: call.id, of: 'arguments' }, { signal }),
    enabled: cut && open,
  });
  const given = cut ? whole.data?.text : text;
  const saved = useMemo(() => ({ text: indentJson(given ?? '') }), [given]);
  const draft = useDraft(`call-arguments/${call.id}`, saved);
  const value = useMemo(() => parseJson(draft.values.text), [draft.values.text]);
  return {
    ready: given !== undefined,
    text: draft.values.text,
    value,
    changed: draft.changed.length > 0,
    problem: findProblem(value),
    set: (next) => draft.set({ text: next }),
    discard: draft.discard,
  };
}

function findProblem(value: unknown): string | undefined {
  if (value === undefined) return 'This is not valid JSON.';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'Arguments are a JSON object.';
  return undefined;
}
