import { RecordTabs } from '../record/record-tabs.tsx';
import { EditRecordForm } from './record-forms.tsx';
import type { SavedRecord } from './desk-form.ts';
import type { DeskKind } from './desk-kind.ts';

interface Props<Data, Values> {
  readonly kind: DeskKind<Data, Values>;
  readonly record: Data;
  /** Beside a list, where there is room for one column. */
  readonly narrow?: true;
}

/** A record with its facts, its form and what changed it: beside its list and on its own page alike. */
export function DeskRecord<Data extends SavedRecord, Values extends object>(props: Props<Data, Values>) {
  const { kind, record, narrow } = props;
  const { Head, Details, details = { value: kind.kind, title: kind.one }, tabs = [] } = kind;
  return (
    <>
      {Head && <Head record={record} />}
      <RecordTabs
        kind={kind.kind}
        id={record.id}
        tabs={[
          { ...details, content: <Details record={record} /> },
          ...tabs.map(({ value, Title, Content }) => ({
            value,
            title: <Title record={record} />,
            content: <Content record={record} />,
          })),
          {
            value: 'edit',
            title: 'Edit',
            content: <EditRecordForm kind={kind} record={record} narrow={narrow} />,
          },
        ]}
      />
    </>
  );
}
