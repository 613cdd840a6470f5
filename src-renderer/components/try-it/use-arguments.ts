import { useMemo } from 'react';
import { useDraft } from '../form/use-draft.ts';
import { createEntry } from '../schema-form/create-entry.ts';
import type { Entry } from '../schema-form/entry.ts';
import type { Field } from '../schema-form/field.ts';
import { readField } from '../schema-form/read-field.ts';
import { toEntry } from '../schema-form/to-entry.ts';
import { type Outcome, toValue } from '../schema-form/to-value.ts';

export type ArgumentsFace = 'form' | 'json';

interface Typed {
  readonly face: ArgumentsFace;
  /** The schema that the entry was typed for: places in it mean nothing in another. */
  readonly schema: string;
  readonly entry: Entry;
  /** What the JSON face holds. */
  readonly text: string;
}

export interface Arguments {
  readonly field: Field;
  readonly face: ArgumentsFace;
  readonly entry: Entry;
  readonly text: string;
  /** What would be sent now. */
  readonly outcome: Outcome;
  setEntry(entry: Entry): void;
  setText(text: string): void;
  /** Takes what was typed along; stays where it is while that is no value. */
  show(face: ArgumentsFace): void;
  clear(): void;
}

/** A tool's arguments as they are typed, in a form or as JSON, kept as a draft of the tool. */
export function useArguments(tool: string, inputSchema: Readonly<Record<string, unknown>>): Arguments {
  const schema = useMemo(() => JSON.stringify(inputSchema), [inputSchema]);
  const field = useMemo(() => readField(inputSchema), [inputSchema]);
  const fresh = useMemo(
    (): { typed: Typed } => ({ typed: { face: 'form', schema, entry: createEntry(field, true), text: '{}' } }),
    [schema, field],
  );
  const draft = useDraft(`try-it/${tool}`, fresh);
  const typed = draft.values.typed.schema === schema ? draft.values.typed : fresh.typed;
  const outcome = useMemo(() => readOutcome(field, typed), [field, typed]);
  const set = (change: Partial<Typed>): void => draft.set({ typed: { ...typed, ...change } });
  return {
    field,
    ...{ face: typed.face, entry: typed.entry, text: typed.text, outcome },
    setEntry: (entry) => set({ entry }),
    setText: (text) => set({ text }),
    show: (face) => {
      if (face === typed.face || outcome.kind === 'broken') return;
      const value = outcome.kind === 'value' ? outcome.value : {};
      if (face === 'json') set({ face, text: JSON.stringify(value, undefined, 2) });
      else set({ face, entry: toEntry(field, value) });
    },
    clear: draft.discard,
  };
}

function readOutcome(field: Field, { face, entry, text }: Typed): Outcome {
  if (face === 'form') return toValue(field, entry, 'The arguments');
  return toValue({ ...field, kind: 'json' }, { kind: 'json', text }, 'The text');
}
