import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { ApplicationRecordView } from './application-record-view.tsx';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
  readonly onIssued: (issued: IssuedSecret) => void;
}

export function ApplicationPanel({ id, onClose, onIssued }: Props) {
  const { data, error } = useQuery(api.applications.get.queryOptions({ input: { application: id } }));
  return (
    <SidePanel
      label="Application"
      title={data?.application.name ?? 'Application'}
      page={`/applications/${id}`}
      onClose={onClose}
    >
      {error !== null && <ErrorState error={error} what="The application could not be read" />}
      {data !== undefined && (
        <ApplicationRecordView
          application={data.application}
          effect={data.effective}
          onIssued={onIssued}
          onDeleted={onClose}
        />
      )}
    </SidePanel>
  );
}
