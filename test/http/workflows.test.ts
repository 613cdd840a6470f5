import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowRecord } from '../../src-shared/api/workflows.ts';
import { agent, status, team, type } from '../support/small-desk.ts';
import { openWorkflowAdmin, type WorkflowAdmin } from '../support/open-workflow-admin.ts';
import { field, outcome, step } from '../support/workflow-desk.ts';

const list = { sort: 'name', descending: false, offset: 0, limit: 50 } as const;

let admin: WorkflowAdmin;
beforeEach(async () => {
  admin = await openWorkflowAdmin();
});
afterEach(() => admin.close());

const get = (id = 1) => admin.client.workflows.get({ id });
const save = ({ id, revision }: WorkflowRecord, definition: WorkflowRecord['definition']) =>
  admin.client.workflows.save({ id, revision, definition });
type Step = WorkflowRecord['definition']['steps'][number];
const changeSteps = async (change: (steps: Step[]) => Step[]) => {
  const read = await get();
  return save(read, { ...read.definition, steps: change(read.definition.steps) });
};
const stepOf = async (ticketId: number) => (await admin.client.tickets.outcomes({ id: ticketId })).step?.name;

describe('a workflow', () => {
  it('is listed with its steps, its types and the open tickets of those.', async () => {
    await admin.log();
    const { rows, total } = await admin.client.workflows.list(list);
    expect({ rows, total }).toEqual({
      rows: [{ id: 1, name: 'Incident', steps: 4, types: [{ id: type.incident, name: 'Incident' }], openTickets: 1 }],
      total: 1,
    });
    expect(await get()).toMatchObject({ openOnSteps: { [step.new]: 1 } });
  });

  it('is saved as a whole: steps swap names and marks, outcomes move, and what was not touched is not written.', async () => {
    const before = await get();
    const after = await changeSteps(([first, working, waiting, done]) => [
      { ...waiting!, name: 'Working', isReopening: true },
      { ...working!, name: 'Waiting', isReopening: false, offers: [...working!.offers].reverse() },
      { ...first!, offers: [{ outcomeId: outcome.finish, to: 'fresh' }] },
      {
        ...{ key: 'fresh', name: 'Fresh', isStart: false, isEnd: false, isReopening: false },
        offers: [{ outcomeId: outcome.back, to: done!.key }],
      },
      done!,
    ]);
    const { steps } = after.definition;
    expect(steps.map(({ name, isStart, isReopening, isEnd }) => [name, isStart, isReopening, isEnd])).toEqual([
      ['Working', false, true, false],
      ['Waiting', false, false, false],
      ['New', true, false, false],
      ['Fresh', false, false, false],
      ['Done', false, false, true],
    ]);
    expect(steps[2]?.offers).toEqual([{ outcomeId: outcome.finish, to: steps[3]?.key }]);
    expect(steps[4]?.offers).toEqual(before.definition.steps[3]?.offers);
    const { revision } = await save(after, after.definition);
    expect(revision).toBe(after.revision);
    const { rows } = await admin.client.traces.record({ kind: 'workflow', id: 1, offset: 0, limit: 5 });
    const told = rows[0]?.rows.map(({ operation, label, text }) => `${operation} ${label} ${text}`);
    expect(told).toContain('insert Step Fresh');
    expect(told).toContain('insert Action of a step Fresh: Back: Done');
    expect(told).toContain('delete Action of a step New: Take: Waiting');
  });

  it('takes tickets of a step that goes to its start, and their histories still name the step.', async () => {
    const id = await admin.log();
    await admin.client.tickets.useOutcome({ id, outcomeId: outcome.take });
    expect(await stepOf(id)).toBe('Working');
    expect(await get()).toMatchObject({ openOnSteps: { [step.working]: 1 } });
    const after = await changeSteps((steps) =>
      steps
        .filter(({ name }) => name !== 'Working')
        .map((each) => ({ ...each, offers: each.offers.filter(({ to }) => to !== String(step.working)) })),
    );
    expect(after.openOnSteps).toEqual({ [step.new]: 1 });
    expect(await stepOf(id)).toBe('New');
    await admin.client.tickets.close({ id, note: '' });
    expect(await stepOf(id)).toBe('Done');
    await admin.client.tickets.reopen({ id, note: '' });
    expect(await stepOf(id)).toBe('New');
    const { rows } = await admin.client.traces.record({ kind: 'ticket', id, offset: 0, limit: 20 });
    const moves = rows.flatMap((set) => set.rows).filter(({ label }) => label === 'Workflow step');
    expect(moves.map(({ text }) => text)).toContain('Working (removed)');
    // The name is free again.
    const again = await changeSteps((steps) => [
      ...steps,
      { key: 'again', name: 'Working', isStart: false, isEnd: false, isReopening: true, offers: [] },
    ]);
    expect(again.definition.steps.at(-1)?.id).not.toBe(step.working);
    await changeSteps((steps) => steps.filter(({ name }) => name !== 'Working'));
  });

  const wrong: [sentence: string, change: (steps: Step[]) => Step[]][] = [
    ['No step is the start', (steps) => steps.map((each) => ({ ...each, isStart: false }))],
    ['Only one step can be the start', (steps) => steps.map((each) => ({ ...each, isStart: !each.isEnd }))],
    ['No step is an end', (steps) => steps.map((each) => ({ ...each, isEnd: false }))],
    ['cannot be the start', (steps) => steps.map((each) => ({ ...each, isEnd: each.isEnd || each.isStart }))],
    ['cannot be where reopened', (steps) => steps.map((each) => ({ ...each, isEnd: each.isEnd || each.isReopening }))],
    ['go on in one step only', (steps) => steps.map((each) => ({ ...each, isReopening: !each.isEnd }))],
    ['Two steps are called', (steps) => steps.map((each, index) => (index === 1 ? { ...each, name: 'NEW' } : each))],
    [
      'a step that is not there',
      (steps) =>
        steps
          .slice(1)
          .map((each, index) => ({ ...each, isStart: index === 0, offers: [{ outcomeId: outcome.take, to: '1' }] })),
    ],
    ['twice', (steps) => steps.map((each) => ({ ...each, offers: [...each.offers, ...each.offers] }))],
    ['the same key', (steps) => steps.map((each) => ({ ...each, key: '1', offers: [] }))],
    ['the same id', (steps) => steps.map((each) => ({ ...each, id: 1 }))],
    ['which does not exist', (steps) => steps.map((each) => ({ ...each, offers: [{ outcomeId: 999 }] }))],
  ];
  it.each(wrong)('is refused, and stays as it was, when “%s”.', async (sentence, change) => {
    const { definition, revision } = await get();
    await expect(changeSteps(change)).rejects.toMatchObject({
      code: 'invalid_arguments',
      message: expect.stringContaining(sentence) as string,
    });
    expect(await get()).toMatchObject({ definition, revision });
  });

  it('that somebody else saved is a conflict, and so is a step that they removed.', async () => {
    const mine = await get();
    const theirs = await changeSteps((steps) =>
      steps
        .filter(({ name }) => name !== 'Waiting')
        .map((each) => ({ ...each, offers: each.offers.filter(({ to }) => to !== String(step.waiting)) })),
    );
    await expect(save(mine, { ...mine.definition, name: 'Mine' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(save({ ...mine, revision: theirs.revision }, mine.definition)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Waiting” was removed') as string,
    });
  });

  it('is made with a start and an end, copied with everything, and deleted when no type uses it.', async () => {
    const made = await admin.client.workflows.create({ name: 'Small' });
    expect(made.definition.steps.map(({ name }) => name)).toEqual(['New', 'Closed']);
    const copy = await admin.client.workflows.clone({ id: 1, name: 'Copy' });
    const plain = (steps: Step[]) => steps.map(({ name, offers }) => [name, offers.map(({ outcomeId }) => outcomeId)]);
    expect(plain(copy.definition.steps)).toEqual(plain((await get()).definition.steps));
    await expect(admin.client.workflows.create({ name: 'small' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(admin.client.workflows.remove({ id: 1 })).rejects.toMatchObject({
      code: 'conflict',
      message: 'The ticket type Incident uses this workflow. Give it another one first.',
    });
    await admin.client.workflows.remove({ id: copy.id });
    await expect(get(copy.id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await admin.client.workflows.list(list)).rows.map(({ name }) => name)).toEqual(['Incident', 'Small']);
    expect((await admin.client.workflows.create({ name: 'Copy' })).definition.name).toBe('Copy');
  });
});

const fresh = {
  ...{ name: 'Call back', label: '', quick: false, forAgents: true, forUsers: false, always: false, private: false },
  ...{ note: '', noteRequired: false, statusId: null, teamId: null, assigns: 'keep' as const, agentId: null },
  ...{ priorityId: null, minutes: 0, inactive: false, fields: [] },
};

describe('an action', () => {
  it('is made, offered on a step, and used: everything that it sets is set.', async () => {
    const { outcomes, tickets } = admin.client;
    const made = await outcomes.create({
      ...fresh,
      ...{
        statusId: status.waiting,
        teamId: team.second,
        assigns: 'agent',
        agentId: agent.tess,
        minutes: 15,
        priorityId: 2,
      },
      fields: [{ id: field.amount, required: true }],
    });
    expect(made).toMatchObject({
      ...{ label: 'Call back', minutes: 15, used: false, offeredOn: [], typeIds: [type.incident] },
      fields: [{ id: field.amount, label: 'Amount', required: true }],
      ...{ status: { id: status.waiting, kind: 'open' }, agent: { id: agent.tess }, priority: { id: 2 } },
    });
    await changeSteps((steps) =>
      steps.map((each) =>
        each.isStart ? { ...each, offers: [...each.offers, { outcomeId: made.id, to: String(step.waiting) }] } : each,
      ),
    );
    const id = await admin.log();
    const fields = [{ id: field.amount, value: '3' }];
    const after = await tickets.useOutcome({ id, outcomeId: made.id, note: 'Called', fields });
    expect(after).toMatchObject({
      ...{ status: { id: status.waiting }, agent: { id: agent.tess }, priority: { id: 2 } },
    });
    expect(await stepOf(id)).toBe('Waiting');
    expect(await outcomes.get({ id: made.id })).toMatchObject({
      used: true,
      offeredOn: [{ workflow: { name: 'Incident' }, step: { name: 'New' }, to: { name: 'Waiting' } }],
    });
  });

  it('is changed field by field: a button that says the name follows it, and different fields do not disturb each other.', async () => {
    const { outcomes } = admin.client;
    const { id, revision } = await outcomes.create(fresh);
    expect(await outcomes.update({ id, revision, changes: { name: 'Ring back' } })).toMatchObject({
      label: 'Ring back',
    });
    expect(await outcomes.update({ id, revision, changes: { private: true } })).toMatchObject({ private: true });
    await expect(outcomes.update({ id, revision, changes: { name: 'Mine' } })).rejects.toMatchObject({
      code: 'conflict',
      details: { field: 'name' },
    });
    await expect(outcomes.create({ ...fresh, name: 'RING BACK' })).rejects.toMatchObject({ code: 'conflict' });
    const allowed = await outcomes.update({
      id,
      revision,
      changes: { typeIds: [], fields: [{ id: field.code, required: false }] },
    });
    expect(allowed).toMatchObject({ typeIds: [], fields: [{ id: field.code, required: false }] });
  });

  const wrong: [sentence: string, change: object][] = [
    ['Somebody must be able to use it', { forAgents: false }],
    ['cannot be private', { forUsers: true, private: true }],
    ['Users book no time', { forUsers: true, minutes: 5 }],
    ['A user is no agent', { forUsers: true, assigns: 'self' }],
    ['Choose the agent', { assigns: 'agent' }],
    ['give it the note', { quick: true, noteRequired: true }],
    ['cannot require fields', { quick: true, fields: [{ id: field.code, required: true }] }],
    [
      'once only',
      {
        fields: [
          { id: field.code, required: true },
          { id: field.code, required: false },
        ],
      },
    ],
  ];
  it.each(wrong)('that contradicts itself is refused with “%s”, new or changed.', async (sentence, change) => {
    const { outcomes } = admin.client;
    const refusal = { code: 'invalid_arguments', message: expect.stringContaining(sentence) as string };
    await expect(outcomes.create({ ...fresh, ...change })).rejects.toMatchObject(refusal);
    const { id, revision } = await outcomes.create(fresh);
    await expect(outcomes.update({ id, revision, changes: change })).rejects.toMatchObject(refusal);
    expect((await outcomes.get({ id })).revision).toBe(revision);
  });

  it('is deleted when nothing names it, and refused with the reason when something does.', async () => {
    const { outcomes, tickets } = admin.client;
    await expect(outcomes.remove({ id: outcome.take })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('offered by steps of Incident') as string,
    });
    const { id } = await outcomes.create({ ...fresh, always: true, fields: [{ id: field.code, required: false }] });
    const ticket = await admin.log();
    expect((await tickets.outcomes({ id: ticket })).outcomes.map((each) => each.id)).toContain(id);
    await tickets.useOutcome({ id: ticket, outcomeId: id, note: 'x' });
    await expect(outcomes.remove({ id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Make it inactive instead') as string,
    });
    const { revision } = await outcomes.get({ id });
    await outcomes.update({ id, revision, changes: { inactive: true } });
    expect((await tickets.outcomes({ id: ticket })).outcomes.map((each) => each.id)).not.toContain(id);
    const unused = await outcomes.create({ ...fresh, name: 'Never', fields: [{ id: field.code, required: false }] });
    await outcomes.remove({ id: unused.id });
    await expect(outcomes.get({ id: unused.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is found in the list by workflow, audience, kind and words.', async () => {
    const names = async (filters: object) =>
      (await admin.client.outcomes.list({ ...list, ...filters })).rows.map(({ name }) => name);
    expect(await names({ workflowId: 1, audience: 'users' })).toEqual(['Answer', 'Not fixed', 'Withdraw']);
    expect(await names({ inactive: true })).toEqual(['Retired']);
    expect(await names({ search: 'closed', quick: true })).toEqual(['Withdraw']);
  });
});
