import type { TypeNameRow } from '../../db/repositories/import-lookup-repository.ts';
import type { LoadContext } from './load-context.ts';

const closedWords = /clos|resol|done|complet|cancel|solved|fixed|reject|erled|fermé|cerrad/i;

const keyOf = (name: string): string => name.toLowerCase();

interface Named {
  readonly id: number;
  readonly name: string;
}

/** A short list of the desk, held whole in memory: found by name whatever its case. */
function createList<Row extends Named>(rows: readonly Row[]) {
  const byName = new Map(rows.map((row) => [keyOf(row.name), row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    get: (id: number): Row | undefined => byId.get(id),
    find: (name: string): Row | undefined => byName.get(keyOf(name)),
    add(row: Row): Row {
      byName.set(keyOf(row.name), row);
      byId.set(row.id, row);
      return row;
    },
    count: () => byName.size,
    all: () => [...byName.values()],
  };
}

/** Statuses, priorities, types, teams, roles and custom fields: what is missing can be made. */
export function createShortLists({ target, lookups }: LoadContext) {
  const statuses = createList(lookups.statuses());
  const priorities = createList(lookups.priorities());
  const types = createList(lookups.types());
  const teams = createList(lookups.teams());
  const roles = lookups.roles();
  const fields = createList(lookups.fields().map(({ id, label }) => ({ id, name: label })));
  const defaultType = types.all().find(({ isDefault }) => isDefault === 1) ?? types.all()[0];
  if (defaultType === undefined) throw new Error('A desk without ticket types cannot take tickets.');

  return {
    defaultType,
    statusOf: statuses.get,
    typeOf: types.get,
    status: {
      find: statuses.find,
      make(name: string) {
        const kind = closedWords.test(name) ? ('closed' as const) : ('open' as const);
        const id = target.insert('desk_status', { name, kind, holds_sla: 0, sequence: statuses.count() + 1 });
        return statuses.add({ id, name, kind });
      },
    },
    priority: {
      find: priorities.find,
      make: (name: string) =>
        priorities.add({
          id: target.insert('desk_priority', { name, sequence: priorities.count() + 1 }),
          name,
        }),
    },
    type: {
      find: types.find,
      /** Works like the default type until somebody sets it up. */
      make(name: string): TypeNameRow {
        const like = target.find('desk_ticket_type', defaultType.id);
        if (like === undefined) throw new Error('The default ticket type is gone.');
        const { id: _id, ...row } = like;
        const changed = { name, is_default: 0, itil_kind: 'other', sequence: types.count() + 1 };
        // The list of what the default type allows is not taken along.
        const made = { ...row, ...changed, allows_all_outcomes: 1 };
        return types.add({ ...defaultType, id: target.insert('desk_ticket_type', made), name, isDefault: 0 });
      },
    },
    team: {
      find: teams.find,
      make: (name: string) => teams.add({ id: target.insert('desk_team', { name, inactive: 0 }), name }),
    },
    role: {
      find: (name: string) => roles.find((role) => keyOf(role.name) === keyOf(name)),
      /** Of an agent of whom nothing else is known: one that works on tickets and administers nothing. */
      usual:
        roles.find(({ name }) => name === 'Technician') ??
        roles.find(({ administrator, tickets }) => administrator === 0 && tickets === 'edit') ??
        roles.find(({ administrator }) => administrator === 0) ??
        roles[0],
    },
    customField: (label: string): number =>
      (
        fields.find(label) ??
        fields.add({
          id: target.insert('desk_field', { name: `import ${label}`, label, kind: 'long_text', choices: '[]' }),
          name: label,
        })
      ).id,
  };
}

export type ShortLists = ReturnType<typeof createShortLists>;
