import type { MappedRow } from '../map/mapped-row.ts';
import { deskRow } from './desk-row.ts';
import type { LoadContext } from './load-context.ts';
import type { Names } from './names.ts';
import { readValues } from './row-values.ts';
import { given, type Outcome, saveRecord } from './save-record.ts';

const longestName = 200;
const plainAddress = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,189}$/;

/** Users and agents: a row of the one file may be either, as the plan says. */
export function createPersonWriter(context: LoadContext, names: Names) {
  const { plan, lookups, records, now, remark } = context;
  const { people, places, lists } = names;

  const read = (mapped: MappedRow) => {
    const values = readValues(mapped);
    const parts = [values.text('firstName'), values.text('lastName')].filter((part) => part !== undefined);
    const name = (values.text('name') ?? parts.join(' ')).slice(0, longestName);
    const given = values.text('email')?.toLowerCase();
    const email = given !== undefined && plainAddress.test(given) ? given : undefined;
    if (given !== email) remark('Email: a text that is no address was replaced by an address that leads nowhere.');
    return { values, name: name === '' ? (email?.split('@')[0] ?? '') : name, email };
  };

  /** Two rows of one file with one address are two people: the second gets an address of its own. */
  const sameAddress = (
    kind: string,
    email: string | undefined,
    find: (email: string) => readonly { readonly id: number }[],
  ): number | undefined => {
    const id = email === undefined ? undefined : find(email)[0]?.id;
    return id === undefined || records.isFrom(kind, id) ? undefined : id;
  };

  const agent = (mapped: MappedRow): Outcome => {
    const { values, name, email } = read(mapped);
    if (name === '') return { refused: 'Name is missing.' };
    const roleId = names.idOf('role', values.text('role'));
    const teamId = names.idOf('team', values.text('team'));
    const shared = given({
      name,
      email,
      initials: values.text('initials'),
      job_title: values.text('jobTitle'),
      role_id: roleId,
      default_team_id: teamId,
      disabled: values.flag('disabled'),
    });
    const usual = roleId ?? lists.role.usual?.id;
    if (usual === undefined) throw new Error('A desk without roles cannot take agents.');
    return saveRecord(context, {
      kind: 'agent',
      table: 'desk_agent',
      mapped,
      adopt: () => sameAddress('agent', email, lookups.agentsByEmail),
      whole: () =>
        deskRow.agent({
          ...{ name, role_id: usual, created_at: values.when('createdAt') ?? now },
          ...shared,
          email: people.emailFor(email, mapped.externalId, people.hasAgent),
        }),
      changes: (id) => withoutTaken(shared, email, id, lookups.agentsByEmail),
      belongings: (id) => {
        if (teamId === undefined) return false;
        const held = context.target.listBy('desk_agent_team', 'agent_id', id);
        if (held.some((row) => row['team_id'] === teamId)) return false;
        context.target.insert('desk_agent_team', { agent_id: id, team_id: teamId });
        return true;
      },
    });
  };

  const user = (mapped: MappedRow): Outcome => {
    const { values, name, email } = read(mapped);
    // Who was brought as an agent stays one, whatever the plan says the next time.
    const isAgent = values.flag('isAgent') === 1 || records.find('agent', mapped.externalId, plan.source) !== undefined;
    if (isAgent) return agent(mapped);
    if (name === '') return { refused: 'Name is missing.' };
    const place = { client: values.text('client'), site: values.text('site') };
    const isPlaced = place.client !== undefined || place.site !== undefined;
    const shared = given({
      name,
      email,
      site_id: isPlaced ? places.site(place).id : undefined,
      phone: values.text('phone'),
      job_title: values.text('jobTitle'),
      department: values.text('department'),
      inactive: values.flag('inactive'),
      important: values.flag('important'),
    });
    return saveRecord(context, {
      kind: 'user',
      table: 'desk_user',
      mapped,
      adopt: () => sameAddress('user', email, lookups.usersByEmail),
      whole: () =>
        deskRow.user({
          ...{ name, created_at: values.when('createdAt') ?? now },
          ...shared,
          site_id: isPlaced ? Number(shared['site_id']) : places.site({}).id,
          email: people.emailFor(email, mapped.externalId, people.hasUser),
        }),
      changes: (id) => withoutTaken(shared, email, id, lookups.usersByEmail),
    });
  };

  return { user, agent };
}

/** An address that somebody else has stays theirs. */
function withoutTaken(
  row: ReturnType<typeof given>,
  email: string | undefined,
  id: number,
  find: (email: string) => readonly { readonly id: number }[],
): ReturnType<typeof given> {
  if (email === undefined || find(email).every((each) => each.id === id)) return row;
  const { email: _taken, ...rest } = row;
  return rest;
}
