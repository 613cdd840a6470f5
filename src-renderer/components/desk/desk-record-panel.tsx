import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '../error-state.tsx';
import { recordPath } from '../record/record-path.ts';
import { SidePanel } from '../side-panel.tsx';
import type { SavedRecord } from './desk-form.ts';
import type { DeskKind } from './desk-kind.ts';
import { DeskRecord } from './desk-record.tsx';

interface Props<Data, Values> {
  readonly kind: DeskKind<Data, Values>;
  readonly id: number;
  readonly onClose: () => void;
}

/** A record beside its list. */
export function DeskRecordPanel<Data extends SavedRecord, Values extends object>(props: Props<Data, Values>) {
  const { kind, id, onClose } = props;
  const { one, query, titleOf } = kind;
  const { data, error } = useQuery(query(id));
  return (
    <SidePanel
      label={`${one} ${id}`}
      title={data === undefined ? `${one} ${id}` : titleOf(data)}
      page={recordPath(kind.kind, id)}
      onClose={onClose}
    >
      {error !== null && <ErrorState error={error} what={`${one} ${id} could not be read`} />}
      {data !== undefined && <DeskRecord kind={kind} record={data} narrow />}
    </SidePanel>
  );
}
