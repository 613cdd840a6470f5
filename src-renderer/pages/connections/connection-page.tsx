import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { ConnectionRecord } from './connection-record.tsx';

export function ConnectionPage() {
  const id = useParams()['id'] ?? '';
  const navigate = useNavigate();
  const { data: connection, error } = useQuery(api.connections.get.queryOptions({ input: { id } }));
  return (
    <RecordPage
      header={
        <PageHeader above={<Link to="/connections">AI connections</Link>} title={connection?.name ?? 'AI connection'} />
      }
    >
      {error !== null && connection === undefined && (
        <ErrorState error={error} what="The connection could not be read" />
      )}
      {connection !== undefined && (
        <ConnectionRecord
          key={id}
          connection={connection}
          onDeleted={() => void navigate('/connections', { replace: true })}
        />
      )}
    </RecordPage>
  );
}
