import type { FieldKind } from '../../../src-shared/domain/ticket-setup.ts';

export const fieldKindLabels: Readonly<Record<FieldKind, string>> = {
  text: 'One line of text',
  long_text: 'Text of many lines',
  number: 'Number',
  date: 'Date',
  choice: 'Choice from a list',
  yes_no: 'Yes or no',
};
