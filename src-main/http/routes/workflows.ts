import type { Reference } from '../../../src-shared/api/record-list.ts';
import type { WorkflowListRow, WorkflowRecord } from '../../../src-shared/api/workflows.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { countOnSteps } from '../count-on-steps.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { readNumber, readText } from '../row-values.ts';

export const workflowRoutes = {
  list: os.workflows.list.handler(({ context, input }) => listRecords(context, 'workflows', input, viewRow)),
  get: os.workflows.get.handler(({ context, input }) => view(context, input.id)),
  create: os.workflows.create.handler(({ context, input: { name } }) =>
    view(
      context,
      editDesk(context, 'New workflow', () => editing(context).create(name)),
    ),
  ),
  clone: os.workflows.clone.handler(({ context, input: { id, name } }) =>
    view(
      context,
      editDesk(context, 'Copy of a workflow', () => editing(context).clone(id, name)),
    ),
  ),
  save: os.workflows.save.handler(({ context, input: { id, revision, definition } }) => {
    editDesk(context, 'Workflow', () => editing(context).save(id, revision, definition));
    return view(context, id);
  }),
  remove: os.workflows.remove.handler(({ context, input: { id } }) => {
    editDesk(context, 'Delete workflow', () => editing(context).remove(id));
    return { id };
  }),
};

function editing({ core }: RouteContext) {
  return core.desk.editing.workflows;
}

async function view(context: RouteContext, id: number): Promise<WorkflowRecord> {
  const { core } = context;
  const definition = editing(context).getDefinition(id);
  const revision = core.desk.records.revision();
  const types = editing(context).listTypes(id);
  return {
    id,
    revision,
    definition: {
      name: definition.name,
      steps: definition.steps.map((step) => ({ ...step, offers: [...step.offers] })),
    },
    types,
    openOnSteps: countOnSteps(definition, await core.deskReads.countOnSteps(id)),
  };
}

function viewRow(row: Row): WorkflowListRow {
  return {
    id: readNumber(row, 'id'),
    name: readText(row, 'name'),
    steps: readNumber(row, 'steps'),
    openTickets: readNumber(row, 'openTickets'),
    types: JSON.parse(readText(row, 'types')) as Reference[],
  };
}
