import type { ReactNode } from 'react';
import { FieldGrid } from './field-grid.tsx';
import { SaveBar } from './save-bar.tsx';
import type { RecordForm } from './use-record-form.ts';
import { useSaving } from './use-saving.ts';

interface Props<Values> {
  readonly form: RecordForm<Values>;
  /** The record's revision as it is now. */
  readonly revision: number;
  readonly update: (changes: Partial<Values>, revision: number) => Promise<unknown>;
  readonly narrow?: boolean | undefined;
  readonly children: ReactNode;
}

export function EditForm<Values>({ form, revision, update, narrow, children }: Props<Values>) {
  const { draft, labels, valid } = form;
  const saving = useSaving(draft, update, { revision, valid });
  return (
    <>
      <FieldGrid narrow={narrow}>{children}</FieldGrid>
      <SaveBar draft={draft} saving={saving} labels={labels} valid={valid} />
    </>
  );
}
