import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ErrorState } from '../error-state.tsx';
import { PageHeader } from '../page-header.tsx';
import { readNumber } from '../read-number.ts';
import { NotFoundRecord } from '../record/not-found-record.tsx';
import { RecordPage } from '../record/record-page.tsx';
import type { SavedRecord } from './desk-form.ts';
import type { DeskKind } from './desk-kind.ts';
import { DeskRecord } from './desk-record.tsx';

interface Props<Data, Values> {
  readonly kind: DeskKind<Data, Values>;
}

/** The whole page of the record whose number ends the address. */
export function DeskRecordPage<Data extends SavedRecord, Values extends object>({ kind }: Props<Data, Values>) {
  const id = readNumber(useParams()['id']);
  return id === undefined ? <NotFoundRecord back={kind.path} /> : <LoadedRecord key={id} kind={kind} id={id} />;
}

interface LoadedProps<Data, Values> extends Props<Data, Values> {
  readonly id: number;
}

function LoadedRecord<Data extends SavedRecord, Values extends object>({ kind, id }: LoadedProps<Data, Values>) {
  const { one, list, path, query, titleOf } = kind;
  const { data, error } = useQuery(query(id));
  return (
    <RecordPage
      header={
        <PageHeader above={<Link to={path}>{list}</Link>} title={data === undefined ? `${one} ${id}` : titleOf(data)} />
      }
    >
      {error !== null && <ErrorState error={error} what={`${one} ${id} could not be read`} />}
      {data !== undefined && <DeskRecord kind={kind} record={data} />}
    </RecordPage>
  );
}
