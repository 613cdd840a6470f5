import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { ApplicationRecordView } from './application-record-view.tsx';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import { SecretDialog } from '../../components/secret/secret-dialog.tsx';

export function ApplicationPage() {
  const id = useParams()['id'] ?? '';
  const navigate = useNavigate();
  const [issued, setIssued] = useState<IssuedSecret>();
  const { data, error } = useQuery(api.applications.get.queryOptions({ input: { application: id } }));
  return (
    <RecordPage
      header={
        <PageHeader
          above={<Link to="/applications">Applications</Link>}
          title={data?.application.name ?? 'Application'}
        />
      }
    >
      {error !== null && <ErrorState error={error} what="The application could not be read" />}
      {data !== undefined && (
        <ApplicationRecordView
          application={data.application}
          effect={data.effective}
          onIssued={setIssued}
          onDeleted={() => void navigate('/applications', { replace: true })}
        />
      )}
      {issued !== undefined && <SecretDialog issued={issued} onKept={() => setIssued(undefined)} />}
    </RecordPage>
  );
}
