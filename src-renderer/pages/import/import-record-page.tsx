import { Link, useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { readNumber } from '../../components/read-number.ts';
import { NotFoundRecord } from '../../components/record/not-found-record.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { ImportRecord } from './import-record.tsx';
import { useImport } from './use-import.ts';

/** One import: how far it is, and afterwards what it brought. */
export function ImportRecordPage() {
  const id = readNumber(useParams()['id']);
  return id === undefined ? <NotFoundRecord back="/import" /> : <KnownImport key={id} id={id} />;
}

function KnownImport({ id }: { readonly id: number }) {
  const { data, error } = useImport(id);
  return (
    <RecordPage
      header={<PageHeader above={<Link to="/import">Import</Link>} title={data?.fileName ?? `Import ${id}`} />}
    >
      {error !== null && <ErrorState error={error} what={`Import ${id} could not be read`} />}
      {data !== undefined && <ImportRecord details={data} />}
    </RecordPage>
  );
}
