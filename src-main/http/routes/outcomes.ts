import type { OutcomeListRow, OutcomeRecord } from '../../../src-shared/api/outcomes.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import { optional, readFlag, readNumber, readText, readWord } from '../row-values.ts';

export const outcomeRoutes = {
  list: os.outcomes.list.handler(({ context, input }) => listRecords(context, 'outcomes', input, viewRow)),
  get: os.outcomes.get.handler(({ context, input }) => view(context, input.id)),
  update: os.outcomes.update.handler(({ context, input: { id, revision, changes } }) => {
    editDesk(context, 'Action', () => editing(context).update(id, revision, changes));
    return view(context, id);
  }),
  create: os.outcomes.create.handler(({ context, input }) =>
    view(
      context,
      editDesk(context, 'New action', () => editing(context).create(input)),
    ),
  ),
  remove: os.outcomes.remove.handler(({ context, input: { id } }) => {
    editDesk(context, 'Delete action', () => editing(context).remove(id));
    return { id };
  }),
  choices: os.outcomes.choices.handler(({ context }) => ({
    outcomes: editing(context)
      .listChoices()
      .map(({ id, name, label, ...row }) => ({
        ...{ id, name, label, quick: row.quick === 1, always: row.always === 1, inactive: row.inactive === 1 },
        ...{ forAgents: row.forAgents === 1, forUsers: row.forUsers === 1 },
        ...optional('status', toStatus(row)),
      })),
    fields: editing(context).listAllFields(),
    types: editing(context)
      .listTypes()
      .map(({ allowsAll, ...type }) => ({ ...type, allowsAll: allowsAll === 1 })),
  })),
};

function editing({ core }: RouteContext) {
  return core.desk.editing.outcomes;
}

function view(context: RouteContext, id: number): OutcomeRecord {
  const { records, lookups } = context.core.desk;
  const outcomes = editing(context);
  const row = records.get('outcome', id);
  const find = (column: string, list: readonly { id: number; name: string }[]) => {
    const found = list.find((each) => each.id === row[column]);
    return found && { id: found.id, name: found.name };
  };
  return {
    ...viewRow(records.getListed('outcomes', 'outcome', id)),
    ...{ note: readText(row, 'note'), noteRequired: readFlag(row, 'note_required') },
    assigns: readWord(row, 'assigns', ['keep', 'self', 'agent']),
    minutes: readNumber(row, 'seconds') / 60,
    ...optional('team', find('team_id', lookups.listTeams())),
    ...optional('agent', find('agent_id', lookups.listAgents())),
    ...optional('priority', find('priority_id', lookups.listPriorities())),
    fields: outcomes.listFields(id).map(({ id: fieldId, label, required }) => ({
      ...{ id: fieldId, label },
      required: required === 1,
    })),
    typeIds: outcomes.listTypeIds(id),
    offeredOn: outcomes.listOffers(id).map(({ workflowId, workflowName, stepId, stepName, toId, toName }) => ({
      workflow: { id: workflowId, name: workflowName },
      step: { id: stepId, name: stepName },
      ...optional('to', toId === null ? undefined : { id: toId, name: toName ?? '' }),
    })),
    used: outcomes.isUsed(id),
    revision: records.revision(),
  };
}

function viewRow(row: Row): OutcomeListRow {
  const status = {
    statusId: row['statusId'] as number | null,
    statusName: row['statusName'] as string | null,
    statusKind: row['statusKind'] as 'open' | 'closed' | null,
  };
  return {
    ...{ id: readNumber(row, 'id'), name: readText(row, 'name'), label: readText(row, 'label') },
    ...{ quick: readFlag(row, 'quick'), always: readFlag(row, 'always'), private: readFlag(row, 'private') },
    ...{ forAgents: readFlag(row, 'forAgents'), forUsers: readFlag(row, 'forUsers') },
    ...optional('status', toStatus(status)),
    steps: readNumber(row, 'steps'),
    inactive: readFlag(row, 'inactive'),
  };
}

interface StatusOf {
  readonly statusId: number | null;
  readonly statusName: string | null;
  readonly statusKind: 'open' | 'closed' | null;
}

function toStatus({ statusId, statusName, statusKind }: StatusOf) {
  if (statusId === null || statusName === null || statusKind === null) return undefined;
  return { id: statusId, name: statusName, kind: statusKind };
}
