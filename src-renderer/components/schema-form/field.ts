/** A JSON Schema, or a part of one, as it came. */
export type Schema = Readonly<Record<string, unknown>>;

interface Facts {
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Whether null is a value too. */
  readonly nullable: boolean;
  /** What the form starts with; absent when the schema names nothing. */
  readonly initial: { readonly value: unknown } | undefined;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly field: Field;
}

export type TextFormat = 'date' | 'date-time' | 'email' | 'uri' | undefined;

/** What a form draws for a schema. `json` is whatever the others cannot draw. */
export type Field = Facts &
  (
    | {
        readonly kind: 'text';
        readonly format: TextFormat;
        readonly multiline: boolean;
        readonly minLength: number | undefined;
        readonly maxLength: number | undefined;
      }
    | {
        readonly kind: 'number';
        readonly integer: boolean;
        readonly minimum: number | undefined;
        readonly maximum: number | undefined;
      }
    | { readonly kind: 'flag' }
    | { readonly kind: 'choice'; readonly options: readonly unknown[] }
    | {
        readonly kind: 'object';
        readonly properties: readonly Property[];
        /** Whether other names are drawn, as one JSON object. */
        readonly open: boolean;
      }
    | { readonly kind: 'list'; readonly item: Field; readonly atMost: number | undefined }
    | { readonly kind: 'variants'; readonly variants: readonly { readonly label: string; readonly field: Field }[] }
    | { readonly kind: 'json' }
  );

export type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;
