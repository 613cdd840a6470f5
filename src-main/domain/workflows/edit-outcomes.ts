import { checkOutcome } from '../../../src-shared/domain/check-outcome.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createOutcomeRepository } from '../../db/repositories/outcome-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';

interface OutcomeValues {
  readonly name: string;
  readonly label: string;
  readonly quick: boolean;
  readonly forAgents: boolean;
  readonly forUsers: boolean;
  readonly always: boolean;
  readonly private: boolean;
  readonly note: string;
  readonly noteRequired: boolean;
  readonly statusId: number | null;
  readonly teamId: number | null;
  readonly assigns: 'keep' | 'self' | 'agent';
  readonly agentId: number | null;
  readonly priorityId: number | null;
  readonly minutes: number;
  readonly inactive: boolean;
  /** All of them, in their order. */
  readonly fields: readonly { readonly id: number; readonly required: boolean }[];
  /** All that allow it of the types that choose their outcomes. */
  readonly typeIds: readonly number[];
}

type OutcomeChanges = { readonly [Name in keyof OutcomeValues]?: OutcomeValues[Name] | undefined };

const allowedTypes = {
  table: 'desk_ticket_type_outcome',
  parent: 'outcome_id',
  other: 'type_id',
  otherTable: 'desk_ticket_type',
  noun: 'ticket type',
} as const;
const fieldRows = { table: 'desk_outcome_field', parent: 'outcome_id' };

/** Outcomes: what can be done to tickets, and what each sets. */
export function createOutcomeEditing(connection: Connection, records: RecordEditing) {
  const repository = createOutcomeRepository(connection);

  const read = (id: number): OutcomeValues => {
    const row = records.get('outcome', id);
    const is = (column: string): boolean => row[column] === 1;
    const text = (column: string): string => String(row[column] ?? '');
    const reference = (column: string): number | null => row[column] as number | null;
    return {
      ...{ name: text('name'), label: text('label'), note: text('note'), noteRequired: is('note_required') },
      ...{ quick: is('quick'), forAgents: is('for_agents'), forUsers: is('for_users'), always: is('always') },
      ...{ private: is('private'), inactive: is('inactive'), minutes: Number(row['seconds']) / 60 },
      ...{ statusId: reference('status_id'), teamId: reference('team_id'), agentId: reference('agent_id') },
      ...{ priorityId: reference('priority_id'), assigns: row['assigns'] as OutcomeValues['assigns'] },
      fields: repository.listFields(id).map((field) => ({ id: field.id, required: field.required === 1 })),
      typeIds: repository.listTypeIds(id),
    };
  };

  const replaceFields = (id: number, wanted: OutcomeValues['fields']): void => {
    const rows = repository.listFields(id);
    const ids = new Set(wanted.map((field) => field.id));
    if (ids.size < wanted.length) throw new AppError('invalid_arguments', 'A field can be asked for once only.');
    for (const row of rows) if (!ids.has(row.id)) repository.removeField(row.rowId);
    for (const [index, field] of wanted.entries()) {
      const values = { required: field.required ? (1 as const) : (0 as const), sequence: index + 1 };
      const row = rows.find((each) => each.id === field.id);
      if (row === undefined) {
        records.checkExists('desk_field', field.id);
        repository.insertField({ outcomeId: id, fieldId: field.id, ...values });
      } else repository.updateField({ rowId: row.rowId, ...values });
    }
  };

  /** Types that allow everything may have kept rows from before, which are theirs. */
  const replaceTypes = (id: number, wanted: readonly number[]): void => {
    const kept = records.listLinks(allowedTypes, id).filter((typeId) => !repository.listTypeIds(id).includes(typeId));
    records.replaceLinks(allowedTypes, id, [...kept, ...wanted]);
  };

  /** What is written of the whole outcome, once nothing in it contradicts itself. */
  const toColumns = ({ minutes, fields, typeIds: _, ...row }: OutcomeValues) => {
    const agentId = row.assigns === 'agent' ? row.agentId : null;
    const faults = checkOutcome({ ...row, agentId, minutes, fields });
    if (faults.length > 0) throw new AppError('invalid_arguments', faults.join(' '));
    return { ...row, agentId, seconds: Math.round(minutes * 60) };
  };

  return {
    listFields: repository.listFields,
    listOffers: repository.listOffers,
    listTypeIds: repository.listTypeIds,
    isUsed: repository.isUsed,
    listChoices: repository.listChoices,
    listTypes: repository.listTypes,
    listAllFields: repository.listAllFields,

    create(given: Omit<OutcomeValues, 'typeIds'> & { readonly typeIds?: readonly number[] | undefined }): number {
      // A new one is meant for every type that does not say otherwise.
      const choosing = repository.listTypes().filter(({ allowsAll }) => allowsAll === 0);
      const { typeIds = choosing.map((type) => type.id), label, ...rest } = given;
      const values = { ...rest, label: label === '' ? rest.name : label, typeIds };
      const id = records.create('outcome', { ...toColumns(values), sequence: repository.nextSequence() });
      replaceFields(id, values.fields);
      replaceTypes(id, typeIds);
      return id;
    },

    update(id: number, revision: number, changes: OutcomeChanges): void {
      const before = read(id);
      const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const after: OutcomeValues = { ...before, ...said };
      // A button that says the name goes on saying it.
      const follows = after.label === '' || (changes.label === undefined && before.label === before.name);
      const columns = toColumns({ ...after, label: follows ? after.name : after.label });
      if (changes.fields !== undefined) {
        records.checkChildrenUnchanged({ ...fieldRows, label: 'The fields of this action' }, id, revision);
      }
      if (changes.typeIds !== undefined) {
        records.checkChildrenUnchanged({ ...allowedTypes, label: 'The types that allow this action' }, id, revision);
      }
      records.update('outcome', id, revision, columns);
      if (changes.fields !== undefined) replaceFields(id, changes.fields);
      if (changes.typeIds !== undefined) replaceTypes(id, changes.typeIds);
    },

    remove(id: number): void {
      const { name } = read(id);
      const offers = repository.listOffers(id);
      if (offers.length > 0) {
        const workflows = [...new Set(offers.map(({ workflowName }) => workflowName))].join(', ');
        throw new AppError(
          'conflict',
          `“${name}” is offered by steps of ${workflows}. Take it off them first, or make it inactive.`,
        );
      }
      if (repository.isUsed(id)) {
        throw new AppError(
          'conflict',
          `“${name}” was used on tickets, and their histories name it. Make it inactive instead: nobody is offered it then.`,
        );
      }
      repository.remove(id);
    },
  };
}
