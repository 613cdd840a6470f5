import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ImportDesk, lines, openImportDesk, people, trackerTickets } from './import-desk.ts';

let desk: ImportDesk;

beforeEach(async () => {
  desk = await openImportDesk();
});
afterEach(() => desk.close());

const incidents = [
  'number,short_description,caller_id,state,priority,opened_at,closed_at,assigned_to,assignment_group,location',
  'INC1,Printer on fire,David Loo,Closed,3 - Moderate,2023-01-02 11:04:00,2023-01-03 11:04:00.000000000,Beth Anglin,Hardware,UK',
  'INC2,"Screen, broken",Bud Richman,Work in Progress,1 - Critical,2023-01-04 11:04:00,,Beth Anglin,Hardware,US',
  'INC3,,David Loo,New,1 - Critical,2023-01-04 11:04:00,,,,',
  'INC4,No date,David Loo,New,1 - Critical,yesterday,,,,',
].join('\n');

test('an export of ServiceNow is mapped by its columns, its words by what they mean on the desk', async () => {
  const file = await desk.upload('incidents.csv', incidents);
  const { recognized, plan } = await desk.client.imports.inspect({ file });
  expect(recognized).toBe('ServiceNow incidents');
  expect(plan.columns).toMatchObject({
    summary: { column: 'short_description' },
    user: { column: 'caller_id' },
    status: { column: 'state', values: { 'Work in Progress': { as: 'name', name: 'In progress' } } },
    priority: { values: { '3 - Moderate': { as: 'name', name: 'Medium' } } },
    openedAt: { column: 'opened_at', dateFormat: 'iso' },
  });
  const { rows, lookups } = await desk.client.imports.preview({ file, plan });
  expect(rows[0]?.values.find(({ field }) => field === 'status')).toEqual({
    field: 'status',
    label: 'Status',
    text: 'Closed',
  });
  expect(rows[3]?.problems).toEqual(['Opened: "yesterday" is no date that is read like the others.']);
  expect(lookups.find(({ field }) => field === 'priority')?.values).toEqual([
    { value: '1 - Critical', count: 3, outcome: 'existing', becomes: 'Critical' },
    { value: '3 - Moderate', count: 1, outcome: 'existing', becomes: 'Medium' },
  ]);
});

test('refused rows are told with their reason and change nothing, the others are brought', async () => {
  const details = await desk.bring('incidents.csv', incidents);
  expect(details.counts).toEqual({ read: 4, created: 2, updated: 0, unchanged: 0, refused: 2, leftOut: 0 });
  expect(details.refusals.map(({ row, externalId, reason }) => [row, externalId, reason])).toEqual([
    [4, 'INC3', 'Summary is missing, and there are no details to take it from.'],
    [5, 'INC4', 'Opened: "yesterday" is no date that is read like the others.'],
  ]);
});

test('a spreadsheet takes nothing of the refused rows for a formula', async () => {
  const { id } = await desk.bring(
    'clients.csv',
    'id,name,notes,inactive\n=1+1,Acme,x,maybe\n-5,Bolt,y,perhaps\n@x,Coil,z,often',
    (plan) => ({
      ...plan,
      kind: 'client',
      columns: { id: { column: 'id' }, name: { column: 'name' }, inactive: { column: 'inactive' } },
    }),
  );
  const { csv, next } = await desk.client.imports.exportRefusals({ id, offset: 0, limit: 100 });
  expect(next).toBeUndefined();
  expect(csv.split('\r\n').map((line) => line.split(',')[1])).toEqual(['Id', `"'=1+1"`, '-5', `"'@x"`, undefined]);
});

test('a dry run tells the same as the import that follows, and writes nothing', async () => {
  await desk.bring('people.jsonl', people);
  const before = desk.checksum();
  const dry = await desk.bring('core.jsonl', lines(trackerTickets), undefined, true);
  expect(desk.checksum()).toBe(before);
  expect(dry).toMatchObject({ dryRun: true, state: 'finished', canTakeBack: false });
  const real = await desk.bring('core.jsonl', lines(trackerTickets));
  expect(dry.counts).toEqual(real.counts);
  expect([...dry.made].sort(byWhat)).toEqual([...real.made].sort(byWhat));
});

const byWhat = (one: { what: string }, other: { what: string }): number => one.what.localeCompare(other.what);

test('unknown names are made, left empty or refused, as the plan says', async () => {
  const policies = ['create', 'none', 'refuse'] as const;
  const counts = [];
  for (const missing of policies) {
    const { counts: told } = await desk.bring('incidents.csv', incidents, (plan) => ({
      ...plan,
      source: missing,
      columns: { ...plan.columns, team: { column: 'assignment_group', missing } },
    }));
    counts.push([
      missing,
      told.created,
      told.refused,
      desk.count("SELECT count(*) FROM desk_team WHERE name = 'Hardware'"),
    ]);
    if (missing === 'create') {
      const { rows } = await desk.client.imports.list({ offset: 0, limit: 1 });
      await desk.client.imports.takeBack({ id: rows[0]?.id ?? 0 });
      await desk.ended(rows[0]?.id ?? 0);
    }
  }
  expect(counts).toEqual([
    ['create', 2, 2, 1],
    ['none', 2, 2, 0],
    ['refuse', 0, 4, 0],
  ]);
});

test('a page may not name a file by its path', async () => {
  await expect(desk.client.imports.inspect({ path: '/etc/hosts' })).rejects.toMatchObject({ code: 'not_allowed' });
});

test('a file is known by the id it was given, and by nothing else', async () => {
  await expect(desk.client.imports.inspect({ file: '00000000-0000-4000-8000-000000000000' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a mapping that was saved is there under its name until it is removed', async () => {
  const file = await desk.upload('incidents.csv', incidents);
  const { plan } = await desk.client.imports.inspect({ file });
  const { mappings } = desk.client.imports;
  const { id } = await mappings.save({ name: 'Monthly', plan });
  await mappings.save({ name: 'monthly', plan: { ...plan, source: 'other' } });
  expect(await mappings.list()).toMatchObject([{ id, name: 'monthly', plan: { source: 'other' } }]);
  await mappings.remove({ id });
  expect(await mappings.list()).toEqual([]);
});

test('Halo exports need no mapping', async () => {
  const users = {
    record_count: 1,
    users: [
      {
        id: 38,
        name: 'Some Body',
        site_name: 'London',
        client_name: 'Trade',
        emailaddress: 'some@example.com',
        inactive: false,
      },
    ],
  };
  const ticket = {
    ...{
      id: 9499,
      dateoccurred: '2024-06-20T14:45:15.9746271Z',
      summary: 'VPN',
      details: 'It is down.',
      status_id: 2,
      tickettype_id: 1,
    },
    ...{
      priority_id: 4,
      priority: { name: 'Low' },
      client_name: 'Trade',
      site_name: 'London',
      user_id: 38,
      user_name: 'Some Body',
    },
    ...{ team: 'Service Desk', deadlinedate: '1900-01-01T00:00:00', dateclosed: '1899-12-30T00:00:00' },
  };
  const action = {
    id: 1,
    ticket_id: 9499,
    outcome: 'Email',
    who: 'Some Body',
    datetime: '2024-06-20T15:00:00',
    note: 'Any news?',
    hiddenfromuser: false,
  };
  expect((await desk.bring('users.json', JSON.stringify(users))).counts).toMatchObject({ created: 1 });
  expect((await desk.bring('tickets.json', JSON.stringify([ticket]))).counts).toMatchObject({ created: 1 });
  expect(
    (await desk.bring('actions.json', JSON.stringify([action]), (plan) => ({ ...plan, source: 'tickets' }))).counts,
  ).toMatchObject({ created: 1 });
  const id = desk.count('SELECT max(id) FROM desk_ticket');
  expect(await desk.client.tickets.get({ id })).toMatchObject({
    status: { name: 'In progress' },
    type: { name: 'Incident' },
    priority: { name: 'Low' },
    user: { name: 'Some Body' },
    openedAt: '2024-06-20T14:45:15.974Z',
  });
});

test('whoever listens hears of an import', async () => {
  const stop = new AbortController();
  const events = await desk.client.events.subscribe(undefined, { signal: stop.signal });
  const untilImports = async (): Promise<void> => {
    for await (const event of events) if (event.kind === 'imports') return;
    throw new Error('The stream ended.');
  };
  await Promise.all([untilImports(), desk.bring('people.jsonl', people)]);
  stop.abort();
});
