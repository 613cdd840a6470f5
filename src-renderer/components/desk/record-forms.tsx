import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { DialogForm } from '../form/dialog-form.tsx';
import { EditForm } from '../form/edit-form.tsx';
import { useRecordForm } from '../form/use-record-form.ts';
import type { DeskForm, SavedRecord } from './desk-form.ts';
import type { DeskKind } from './desk-kind.ts';
import { inSentence } from '../in-sentence.ts';
import { kindNames } from '../record/kind-names.ts';
import { recordPath } from '../record/record-path.ts';

interface EditProps<Values, Data> {
  readonly kind: DeskKind<Data, Values>;
  readonly record: Data;
  readonly narrow: boolean | undefined;
}

export function EditRecordForm<Values extends object, Data extends SavedRecord>(props: EditProps<Values, Data>) {
  const { kind, record, narrow } = props;
  const { valuesOf, update, Fields } = kind.form;
  const queries = useQueryClient();
  const saved = useMemo(() => valuesOf(record), [valuesOf, record]);
  const { id } = record;
  const form = useRecordForm(kind.form, `${kind.kind}/${id}`, saved, record.revision);
  return (
    <EditForm
      form={form}
      revision={record.revision}
      narrow={narrow}
      update={async (changes, revision) => {
        const after = await update({ id, revision, changes });
        // The draft goes next: the saved values must be here by then, or the form would jump back until the event comes.
        queries.setQueryData(kind.query(id).queryKey, after);
      }}
    >
      <Fields form={form} record={record} />
    </EditForm>
  );
}

interface NewProps<Values, Data> {
  readonly form: DeskForm<Values, Data>;
  readonly empty: Values;
  readonly create: (values: Values) => Promise<{ readonly id: number }>;
  readonly onClose: () => void;
}

/** In a dialog; leads to the new record's page. */
export function NewRecordForm<Values extends object, Data>(props: NewProps<Values, Data>) {
  const { form: deskForm, empty, create, onClose } = props;
  const { kind, Fields } = deskForm;
  const navigate = useNavigate();
  const form = useRecordForm(deskForm, `${kind}/new`, empty);
  return (
    <DialogForm
      form={form}
      verb={`Create ${inSentence(kindNames[kind])}`}
      send={create}
      onDone={({ id }) => void navigate(recordPath(kind, id))}
      onClose={onClose}
    >
      <Fields form={form} />
    </DialogForm>
  );
}
