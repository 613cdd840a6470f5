import type { FieldSpec } from './field-spec.ts';

/** One line of text. */
export const line = (name: string, label: string, synonyms: readonly string[]): FieldSpec => ({
  ...{ name, label, read: 'text', line: true, synonyms },
});

export const createdAt: FieldSpec = {
  name: 'createdAt',
  label: 'Created',
  read: 'when',
  synonyms: ['datecreated', 'createdat', 'created', 'syscreatedon'],
};
