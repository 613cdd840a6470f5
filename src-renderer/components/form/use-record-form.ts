import { useDraft, type FormDraft } from './use-draft.ts';

type Check<Value> = (value: Value) => string | undefined;

/** What the fields of a form are called, and what is wrong with a value, as a sentence. */
export interface FormWords<Values> {
  readonly labels: Readonly<Record<keyof Values & string, string>>;
  readonly checks?: { readonly [Name in keyof Values]?: Check<Values[Name]> };
}

export interface RecordForm<Values> extends FormWords<Values> {
  readonly draft: FormDraft<Values>;
  readonly values: Values;
  readonly problems: { readonly [Name in keyof Values]?: string | undefined };
  readonly valid: boolean;
}

/** A form over a draft of that name, with what is wrong in it. */
export function useRecordForm<Values extends object>(
  words: FormWords<Values>,
  key: string,
  saved: Values,
  revision = 0,
): RecordForm<Values> {
  const draft = useDraft(key, saved, revision);
  const { values } = draft;
  const names = Object.keys(words.checks ?? {}) as (keyof Values)[];
  const problems = Object.fromEntries(
    names.map((name) => [name, words.checks?.[name]?.(values[name])]),
  ) as RecordForm<Values>['problems'];
  const valid = names.every((name) => problems[name] === undefined);
  return { ...words, draft, values, problems, valid };
}

/** The names of the fields that hold such a value. */
export type FieldName<Values, Value> = {
  [Name in keyof Values & string]: Values[Name] extends Value ? Name : never;
}[keyof Values & string];

export interface FieldProps<Values, Value> {
  readonly form: RecordForm<Values>;
  readonly name: FieldName<Values, Value>;
}

/** One field of a form, in the type that its name was chosen by. */
export function bindField<Values, Value>(form: RecordForm<Values>, name: FieldName<Values, Value>) {
  const { labels, values, problems, draft } = form;
  return {
    label: labels[name],
    value: values[name] as Value,
    problem: problems[name],
    change: (value: Value) => draft.set({ [name]: value } as unknown as Partial<Values>),
  };
}
