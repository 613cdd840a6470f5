/**
 * What somebody has typed into a field, as plain data. It has a place for whatever JSON holds, so that changing between
 * form and JSON loses nothing: a value that does not fit its field stands there as `json`.
 */
export type Entry =
  | { readonly kind: 'absent' }
  | { readonly kind: 'null' }
  /** Of a text or number field. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly index: number }
  /** One entry for each property of the field, in its order; `extra` is a JSON object, or empty. */
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly extra: string }
  | { readonly kind: 'list'; readonly items: readonly Entry[] }
  | { readonly kind: 'variant'; readonly index: number; readonly entry: Entry }
  | { readonly kind: 'json'; readonly text: string };

export const absent: Entry = { kind: 'absent' };
