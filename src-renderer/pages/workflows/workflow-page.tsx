import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { readNumber } from '../../components/read-number.ts';
import { NotFoundRecord } from '../../components/record/not-found-record.tsx';
import { WorkflowEditor } from './workflow-editor.tsx';

const path = '/workflows';

/** A workflow in its two faces, the diagram and the form, over one draft. */
export function WorkflowPage() {
  const id = readNumber(useParams()['id']);
  return id === undefined ? <NotFoundRecord back={path} /> : <LoadedWorkflow key={id} id={id} />;
}

function LoadedWorkflow({ id }: { readonly id: number }) {
  const { data, error } = useQuery(api.workflows.get.queryOptions({ input: { id } }));
  if (data !== undefined) return <WorkflowEditor workflow={data} />;
  return (
    <>
      <PageHeader above={<Link to={path}>Workflows</Link>} title={`Workflow ${id}`} />
      {error !== null && <ErrorState error={error} what={`Workflow ${id} could not be read`} />}
    </>
  );
}
