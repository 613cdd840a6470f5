import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { CopiedText } from '../../components/copied-text.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RecordPage } from '../../components/record/record-page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ResetDesk } from './reset-desk.tsx';
import { formatNumber } from '../../components/format-number.ts';

export function DataPage() {
  const { data, error } = useQuery(api.workbench.status.queryOptions());
  return (
    <RecordPage
      header={
        <PageHeader
          title="Data"
          about="Where everything is kept, how much there is, how to bring more, and how to begin anew. All of it is on this machine."
        />
      }
    >
      {error !== null && <ErrorState error={error} what="The state of the workbench could not be read" />}
      {data !== undefined && (
        <>
          <FormSection title="What there is">
            <Properties
              list={[
                ['Data folder', <CopiedText key="folder" text={data.folder} what="the folder’s path" />, 'wide'],
                ['Schema version', formatNumber(data.schemaVersion)],
                ['Opened', <RelativeTime key="opened" at={data.startedAt} />],
                ...counted.map(([label, name]) => [label, formatNumber(data.counts[name])] as const),
              ]}
            />
          </FormSection>
          <FormSection
            title="Import"
            about="Brings your own tickets, articles, people and assets onto the desk, from a file."
          >
            <Link to="/import">Import a file, or look at earlier imports</Link>
          </FormSection>
          <ResetDesk counts={data.counts} />
        </>
      )}
    </RecordPage>
  );
}

const counted = [
  ['Tickets', 'tickets'],
  ['Articles', 'articles'],
  ['Users', 'users'],
  ['Agents', 'agents'],
  ['Assets', 'assets'],
  ['Applications', 'applications'],
  ['Keys', 'keys'],
  ['Calls in the log', 'calls'],
] as const;
