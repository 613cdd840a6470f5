import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { readNumber } from '../../components/read-number.ts';
import { NotFoundRecord } from '../../components/record/not-found-record.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { callOptions } from './call-options.ts';
import { CallRecord } from './call-record.tsx';

export function CallPage() {
  const id = readNumber(useParams()['id']);
  return id === undefined ? <NotFoundRecord back="/activity" /> : <LoadedCall key={id} id={id} />;
}

function LoadedCall({ id }: { readonly id: number }) {
  const { data, error } = useQuery(callOptions(id));
  const navigate = useNavigate();
  const open = useCallback((other: number) => void navigate(`/activity/${other}`), [navigate]);
  return (
    <RecordPage
      header={
        <PageHeader
          above={<Link to="/activity">Activity</Link>}
          title={data === undefined ? `Call ${id}` : `Call ${id}: ${data.tool}`}
        />
      }
    >
      {error !== null && <ErrorState error={error} what={`Call ${id} could not be read`} />}
      {data !== undefined && <CallRecord call={data} onOpen={open} />}
    </RecordPage>
  );
}
