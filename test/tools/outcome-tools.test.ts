import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agent, hour, monday9, status, team, ticketRow, type, user } from '../support/small-desk.ts';
import { agentPrincipal, openTestDesk, type TestDesk, userPrincipal } from '../support/test-desk.ts';
import { outcome, step, workflowDesk } from '../support/workflow-desk.ts';

const on = (id: number, stepId: number, statusId: number, more: Parameters<typeof ticketRow>[1] = {}) =>
  ticketRow(id, { step_id: stepId, status_id: statusId, ...more });
const closed = { closed_at: monday9, closure_note: 'Done.' };

const rows = {
  ...workflowDesk(),
  desk_ticket: [
    on(1, step.new, status.new),
    on(2, step.working, status.inProgress),
    on(3, step.done, status.closed, closed),
    ticketRow(4, { type_id: type.change, status_id: status.closed, ...closed }),
    ticketRow(5, { type_id: type.change }),
    on(6, step.waiting, status.waiting, { user_id: user.ulf }),
  ],
};
const ada = agentPrincipal(rows, agent.ada);
const uma = userPrincipal(rows, user.uma);

let open: TestDesk;
beforeEach(() => {
  open = openTestDesk(rows);
});
afterEach(() => open.close());

type Action = { id: number; name: string; quick: boolean; fields: object[] };
const read = (principal: typeof ada, ticket_id: number) => open.call('get_one_ticket', principal, { ticket_id });
const actionsOf = async (principal: typeof ada, id: number) => (await read(principal, id))['actions'] as Action[];
const idsOf = async (principal: typeof ada, id: number) => (await actionsOf(principal, id)).map((each) => each.id);
const run = (principal: typeof ada, ticket_id: number, action_id: number, at = monday9 + hour) =>
  open.call('action_ticket', principal, { ticket_id, action_id }, { at });
const use = (principal: typeof ada, ticket_id: number, action_id: number, more: object = {}, at = monday9 + hour) =>
  open.call('use_specific_action', principal, { ticket_id, action_id, ...more }, { at });
const all = (sql: string) => open.database.connection.prepare(sql).all();

describe('what can be used', () => {
  test('is what the step offers and what is always offered, to agents and to users their own.', async () => {
    const always = [outcome.seen, outcome.remark];
    const { take, ask, finish, handOver, withdraw, back, notFixed } = outcome;
    expect(await idsOf(ada, 1)).toEqual([take, ask, finish, handOver, ...always]);
    expect(await idsOf(uma, 1)).toEqual([withdraw, ...always]);
    expect(await idsOf(ada, 3)).toEqual([back, ...always]);
    expect(await idsOf(uma, 3)).toEqual([notFixed, ...always]);
  });

  test('is told with the button, the step and the fields, and a field that is filled in is no longer required.', async () => {
    expect(await read(ada, 1)).toMatchObject({ workflow_step: { id: step.new, name: 'New' } });
    const finish = async () => (await actionsOf(ada, 2)).find(({ id }) => id === outcome.finish);
    const code = { name: 'code', label: 'Code', type: 'choice', required: true, choices: ['A', 'B'] };
    expect(await finish()).toEqual({
      ...{ id: outcome.finish, name: 'Finish!', quick: false, note_required: false },
      fields: [code],
    });
    await use(ada, 2, outcome.finish, { fields: { code: 'B' } });
    await run(ada, 2, outcome.back);
    expect(await finish()).toMatchObject({ fields: [{ ...code, required: false }] });
    expect(await use(ada, 2, outcome.finish)).toMatchObject({ status_name: 'Closed' });
  });

  test('is on a ticket without a workflow what is always offered.', async () => {
    expect(await read(ada, 5)).toMatchObject({ workflow_step: null });
    expect(await idsOf(ada, 5)).toEqual([outcome.seen, outcome.remark, outcome.forChanges]);
  });

  test('leaves out what assigns to whoever uses it where that is nobody who can have tickets.', async () => {
    expect(await idsOf(agentPrincipal(rows, agent.robot), 1)).not.toContain(outcome.take);
    const service = { kind: 'service', name: 'Service', scopes: new Set(['all'] as const) } as const;
    expect(await idsOf(service, 1)).not.toContain(outcome.take);
    expect(await idsOf(service, 1)).toContain(outcome.ask);
  });

  test('leaves out what would give a ticket to an agent or a team that is gone.', async () => {
    expect(await idsOf(ada, 2)).toContain(outcome.giveToTess);
    open.write(() => open.database.connection.exec(`UPDATE desk_agent SET disabled = 1 WHERE id = ${agent.tess}`));
    open.write(() => open.database.connection.exec(`UPDATE desk_team SET inactive = 1 WHERE id = ${team.second}`));
    expect(await idsOf(ada, 2)).not.toContain(outcome.giveToTess);
    expect(await idsOf(ada, 1)).not.toContain(outcome.handOver);
  });
});

describe('using an action', () => {
  test('writes one entry, sets what it is configured to set, and the move is history.', async () => {
    expect(await run(ada, 1, outcome.take)).toMatchObject({
      ...{ action: 'Take!', hiddenfromuser: true, workflow_step: { name: 'Working' } },
      ...{ status_name: 'In Progress', agent_name: 'Ada Admin' },
    });
    const kept = all('SELECT kind, outcome, outcome_id, private, status_before_id, status_after_id FROM desk_action');
    expect(kept).toEqual([
      {
        ...{ kind: 'status', outcome: 'Take', outcome_id: outcome.take, private: 1 },
        ...{ status_before_id: status.new, status_after_id: status.inProgress },
      },
    ]);
    expect(all('SELECT ticket_id, action_id, from_step_id, to_step_id, at FROM desk_ticket_step')).toEqual([
      { ticket_id: 1, action_id: 1, from_step_id: step.new, to_step_id: step.working, at: monday9 + hour },
    ]);
  });

  test('without a step to go to moves nothing.', async () => {
    await run(ada, 1, outcome.seen);
    expect(all('SELECT * FROM desk_ticket_step')).toEqual([]);
    expect(await read(ada, 1)).toMatchObject({ workflow_step: { id: step.new }, status_name: 'New' });
  });

  test('takes the note of the caller before its own, and is refused without one that it needs.', async () => {
    await use(uma, 1, outcome.remark);
    await use(uma, 1, outcome.remark, { note: 'Mine' });
    expect(all('SELECT note, kind, user_id FROM desk_action ORDER BY id')).toEqual([
      { note: 'Remarked.', kind: 'reply', user_id: user.uma },
      { note: 'Mine', kind: 'reply', user_id: user.uma },
    ]);
    await expect(use(ada, 1, outcome.ask)).rejects.toMatchObject({ code: 'invalid_arguments' });
    expect(await use(ada, 1, outcome.ask, { note: 'Which?' })).toMatchObject({ status_name: 'Waiting' });
  });

  test('fills fields that fit their kind, and refuses others by name.', async () => {
    const refused = (fields: object) => use(ada, 2, outcome.finish, { fields }).catch((error: Error) => error.message);
    expect(await refused({})).toBe('The action "Finish!" needs the field code (Code). It is one of: A, B.');
    expect(await refused({ code: 'C' })).toBe('Code: must be one of: A, B.');
    expect(await refused({ code: 'A', amount: 1 })).toBe(
      'The action "Finish!" has no field amount: it has the fields code.',
    );
    expect(all('SELECT * FROM desk_action')).toEqual([]);
    await use(ada, 2, outcome.finish, { fields: { CODE: 'A' } });
    await use(ada, 5, outcome.remark, { fields: { amount: 3 } });
    await use(ada, 5, outcome.remark, { fields: { amount: '' } });
    expect(all('SELECT ticket_id, field_id, value FROM desk_ticket_field')).toEqual([
      { ticket_id: 2, field_id: 1, value: 'A' },
    ]);
  });

  test('books its time for the agent who uses it, and for nobody when an application does.', async () => {
    const service = { kind: 'service', name: 'Service', scopes: new Set(['all'] as const) } as const;
    await use(ada, 2, outcome.finish, { fields: { code: 'A' }, note: 'Replaced' }, monday9 + hour);
    await use(service, 6, outcome.finish, { fields: { code: 'A' } });
    expect(all('SELECT agent_id, ticket_id, action_id, note, started_at, seconds FROM desk_time_entry')).toEqual([
      {
        ...{ agent_id: agent.ada, ticket_id: 2, action_id: 1, note: 'Replaced' },
        ...{ started_at: monday9 + hour - 600_000, seconds: 600 },
      },
    ]);
    expect(all('SELECT seconds FROM desk_action ORDER BY id')).toEqual([{ seconds: 600 }, { seconds: 0 }]);
  });

  test('hands over to a team, to nobody where the agent is not in it, with the promises of the new priority.', async () => {
    expect(await run(ada, 1, outcome.handOver)).toMatchObject({
      ...{ team_name: 'Second Line', agent_name: null, priority_name: 'Urgent' },
      fixbydate: '2026-03-02T11:00:00.000Z',
    });
    expect(await run(ada, 2, outcome.giveToTess)).toMatchObject({ agent_name: 'Tess Team', team_name: 'Second Line' });
  });

  test('is refused where it is not offered, and the refusal names what is.', async () => {
    const refusal = (principal: typeof ada, ticket: number, id: number): Promise<string> =>
      run(principal, ticket, id).then(
        () => 'answered',
        (error: Error) => error.message,
      );
    expect(await refusal(uma, 1, outcome.take)).toBe(
      'Action 3 cannot be used on ticket 1 on the step "New". These can: 7 (Withdraw!), 1 (Seen!), 2 (Remark!).',
    );
    expect((await refusal(uma, 1, 99)).replace('99', '3')).toBe(await refusal(uma, 1, outcome.take));
    expect(await refusal(ada, 1, outcome.retired)).toContain('cannot be used');
    expect(await refusal(ada, 1, outcome.forChanges)).toContain('cannot be used');
    expect(await refusal(ada, 1, outcome.back)).toContain('cannot be used');
    expect(await refusal(uma, 6, outcome.withdraw)).toContain('There is no ticket 6');
    expect(all('SELECT * FROM desk_action')).toEqual([]);
  });

  test('that is not quick cannot be run without a screen.', async () => {
    await expect(run(ada, 1, outcome.ask)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('These can: 3 (Take!), 10 (Hand over!), 1 (Seen!).') as string,
    });
  });
});

describe('closing and reopening', () => {
  test('by an action sets and clears the closed date, and the note is the closure note.', async () => {
    await run(uma, 1, outcome.withdraw);
    expect(await read(ada, 1)).toMatchObject({
      ...{ workflow_step: { name: 'Done' }, status_name: 'Closed', closure_note: 'No need.' },
      dateclosed: '2026-03-02T10:00:00.000Z',
    });
    // It leads out of the end without a status of its own: the type's for reopening.
    expect(await run(ada, 1, outcome.back, monday9 + 2 * hour)).toMatchObject({
      ...{ workflow_step: { name: 'Working' }, status_name: 'In Progress', dateclosed: null },
    });
    expect(all('SELECT kind FROM desk_action ORDER BY id')).toEqual([{ kind: 'closure' }, { kind: 'reopening' }]);
  });

  test('by other ways moves to the end, and back to the step for reopened tickets.', async () => {
    const update = (ticket_id: number, more: object = {}) =>
      open.call('update_ticket', uma, { ticket_id, note: 'x', ...more });
    await update(1, { close: true });
    expect(await read(uma, 1)).toMatchObject({ workflow_step: { id: step.done } });
    await update(1);
    expect(await read(uma, 1)).toMatchObject({ workflow_step: { id: step.working }, dateclosed: null });
    expect(all('SELECT from_step_id, to_step_id FROM desk_ticket_step')).toEqual([
      { from_step_id: step.new, to_step_id: step.done },
      { from_step_id: step.done, to_step_id: step.working },
    ]);
  });

  test('What a user does to a closed ticket reopens it where its type says so, and is not offered elsewhere.', async () => {
    expect(await run(uma, 3, outcome.seen)).toMatchObject({
      ...{ status_name: 'In Progress', dateclosed: null, workflow_step: { id: step.working } },
    });
    expect(await idsOf(uma, 4)).toEqual([]);
    await expect(run(uma, 4, outcome.seen)).rejects.toThrow('No action can be used on it now.');
    expect(await run(ada, 4, outcome.seen)).toMatchObject({ status_name: 'Closed' });
  });
});

describe('a ticket comes onto a step', () => {
  const create = (principal: typeof ada, more: object = {}) =>
    open.call('create_ticket', principal, { summary: 's', description: 'd', ...more });

  test('when it is logged: the start of its workflow, and none without one.', async () => {
    const logged = await create(uma);
    expect(await read(uma, Number(logged['id']))).toMatchObject({ workflow_step: { id: step.new, name: 'New' } });
    const change = await create(ada, { user_email: 'uma@north.example', ticket_type: 'Change Request' });
    expect(await read(ada, Number(change['id']))).toMatchObject({ workflow_step: null });
    expect(all('SELECT from_step_id, to_step_id FROM desk_ticket_step')).toEqual([
      { from_step_id: null, to_step_id: step.new },
    ]);
  });

  test('when its type changes: the start of the new workflow, or none.', async () => {
    const everything: Parameters<typeof open.desk.tickets.edit>[0] = {
      ...{ audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } },
    };
    const by = { agentId: agent.ada, userId: null, name: 'Ada Admin' };
    const change = (id: number, typeId: number) => {
      const revision = open.desk.records.revision();
      open.write(() => open.desk.tickets.edit(everything, id, revision, { typeId }, { by, at: monday9 }));
    };
    change(2, type.change);
    expect(await read(ada, 2)).toMatchObject({ workflow_step: null });
    change(2, type.incident);
    expect(await read(ada, 2)).toMatchObject({ workflow_step: { id: step.new } });
    change(4, type.incident);
    expect(await read(ada, 4)).toMatchObject({ workflow_step: { id: step.done } });
    expect(all('SELECT ticket_id, action_id, from_step_id, to_step_id FROM desk_ticket_step')).toEqual([
      { ticket_id: 2, action_id: null, from_step_id: step.working, to_step_id: null },
      { ticket_id: 2, action_id: null, from_step_id: null, to_step_id: step.new },
      { ticket_id: 4, action_id: null, from_step_id: null, to_step_id: step.done },
    ]);
  });

  test('when none was ever written down, or one that its status contradicts: as if it had just come.', async () => {
    const place = (id: number, stepId: number | null) =>
      open.write(() => open.database.connection.exec(`UPDATE desk_ticket SET step_id = ${stepId} WHERE id = ${id}`));
    place(2, null);
    expect(await read(ada, 2)).toMatchObject({ workflow_step: { id: step.new } });
    place(2, step.done);
    expect(await read(ada, 2)).toMatchObject({ workflow_step: { id: step.working } });
    place(3, step.waiting);
    expect(await read(ada, 3)).toMatchObject({ workflow_step: { id: step.done } });
  });
});

test('a note that closes a ticket in private is not what users are told it was closed with.', async () => {
  open.close();
  const hidden = rows.desk_outcome.map((row) => (row.id === outcome.finish ? { ...row, private: 1 as const } : row));
  open = openTestDesk({ ...rows, desk_outcome: hidden });
  await use(ada, 2, outcome.finish, { note: 'Blame the wombat.', fields: { code: 'A' } });
  expect(await read(ada, 2)).toMatchObject({ closure_note: '', workflow_step: { id: step.done } });
  expect(JSON.stringify(await read(uma, 2))).not.toContain('wombat');
});
