import { Button, Modal } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import type { WorkflowRecord } from '../../../src-shared/api/workflows.ts';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { formatNumber } from '../../components/format-number.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { NewWorkflow } from './new-workflow.tsx';
import classes from './workflows.module.css';

const urlDefaults = { dialog: undefined } as const;

export function WorkflowHeader({ workflow }: { readonly workflow: WorkflowRecord }) {
  const { id, definition, types } = workflow;
  const [{ dialog }, setUrl] = useUrlState(urlDefaults);
  const guard = useGuardedChange();
  const navigate = useNavigate();
  const close = (): void => setUrl({ dialog: undefined }, { replace: true });
  const remove = (): void =>
    guard.begin({
      verb: 'Delete the workflow',
      warn: async () => `Delete “${definition.name}”? Histories of tickets go on naming its steps.`,
      make: async () => {
        await client.workflows.remove({ id });
        void navigate('/workflows', { replace: true });
        return 'Deleted.';
      },
    });
  return (
    <>
      <PageHeader
        above={<Link to="/workflows">Workflows</Link>}
        title={definition.name}
        about={describeUse(workflow)}
        actions={
          <>
            <Button variant="default" onClick={() => setUrl({ dialog: 'copy' })}>
              Copy
            </Button>
            <Button
              variant="default"
              onClick={remove}
              disabled={types.length > 0}
              title={types.length > 0 ? 'Ticket types use it: give them another workflow first.' : undefined}
            >
              Delete
            </Button>
          </>
        }
      />
      <div className={classes['notice']}>
        <ChangeNotice guard={guard} />
      </div>
      <Modal opened={dialog === 'copy'} onClose={close} title={`Copy of “${definition.name}”`}>
        <NewWorkflow from={id} onClose={close} />
      </Modal>
    </>
  );
}

function describeUse({ types, openOnSteps }: WorkflowRecord): string {
  if (types.length === 0) return 'No ticket type uses it.';
  const open = Object.values(openOnSteps).reduce((sum, count) => sum + count, 0);
  const tickets = open === 1 ? '1 open ticket' : `${formatNumber(open)} open tickets`;
  return `For tickets of the ${types.length === 1 ? 'type' : 'types'} ${types.map(({ name }) => name).join(', ')}; ${tickets}.`;
}
