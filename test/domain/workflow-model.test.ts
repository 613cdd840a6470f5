import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { OutcomeRow } from '../../src-main/domain/demo/desk-rows.ts';
import { createPoster, type McpPoster } from '../support/post-mcp.ts';
import { openWorkflowAdmin, type WorkflowAdmin } from '../support/open-workflow-admin.ts';
import type { ServedCore } from '../support/serve-core.ts';
import { status, type } from '../support/small-desk.ts';
import { field, outcome, offers, step, workflowDesk } from '../support/workflow-desk.ts';

/** What a ticket of the definition must be after what was done to it, worked out by hand from SPEC 3. */
interface Model {
  readonly tickets: { typeId: number; statusId: number; stepId: number | undefined; code: boolean }[];
  /** Entries and moves of all tickets. */
  actions: number;
  moves: number;
}

interface Real {
  readonly agent: McpPoster;
  readonly user: McpPoster;
  /** What the app's pages call. */
  readonly pages: WorkflowAdmin['client'];
  readonly served: ServedCore;
  readonly ids: number[];
}

type Who = 'agent' | 'user';

const rows = workflowDesk();
const outcomeOf = (id: number): OutcomeRow | undefined => rows.desk_outcome.find((each) => each.id === id);
const isClosed = (statusId: number): boolean => statusId === status.closed;

/** Where the outcome leads from here: undefined where it may not be used. */
function plan(ticket: Model['tickets'][number], who: Who, id: number) {
  const row = outcomeOf(id);
  if (row === undefined || row.inactive === 1) return undefined;
  if ((who === 'agent' ? row.for_agents : row.for_users) === 0) return undefined;
  if (ticket.typeId === type.incident && id === outcome.forChanges) return undefined;
  const offer = offers.find(([from, offered]) => from === ticket.stepId && offered === id);
  if (offer === undefined && row.always === 0) return undefined;

  const target = offer?.[2] ?? ticket.stepId;
  const hasWorkflow = ticket.typeId === type.incident;
  const wasClosed = isClosed(ticket.statusId);
  let statusId = row.status_id ?? ticket.statusId;
  let stepId = target;
  if (wasClosed) {
    if (row.status_id === status.closed) return undefined;
    const leaves = row.status_id !== null || (hasWorkflow && target !== step.done);
    if (who === 'user' && !hasWorkflow) return undefined;
    if (leaves || who === 'user') {
      statusId = row.status_id ?? status.inProgress;
      if (hasWorkflow && target === step.done) stepId = step.working;
    }
  }
  return { statusId, stepId, row };
}

const usableBy = (ticket: Model['tickets'][number], who: Who): number[] =>
  rows.desk_outcome.filter(({ id }) => plan(ticket, who, id) !== undefined).map(({ id }) => id);

/** Whether the desk tells of the ticket what the model says of it. */
async function check(model: Model, { agent, user, ids, served }: Real, index: number): Promise<void> {
  const ticket = model.tickets[index];
  if (ticket === undefined) return;
  for (const [who, poster] of [
    ['agent', agent],
    ['user', user],
  ] as const) {
    const told = await poster.read('get_one_ticket', { ticket_id: ids[index] });
    const { workflow_step: at, actions } = told as { workflow_step: { id: number } | null; actions: { id: number }[] };
    expect({ statusId: told['status_id'], stepId: at?.id }).toEqual({
      statusId: ticket.statusId,
      stepId: ticket.stepId,
    });
    expect(told['dateclosed'] !== null).toBe(isClosed(ticket.statusId));
    if (ticket.stepId !== undefined) expect(isClosed(ticket.statusId)).toBe(ticket.stepId === step.done);
    expect(actions.map(({ id }) => id).sort()).toEqual(usableBy(ticket, who).sort());
  }
  const count = (table: string): unknown =>
    served.core.database.connection
      .prepare(`SELECT count(*) FROM ${table} WHERE ticket_id IN (${ids.join(', ') || '0'})`)
      .pluck()
      .get();
  expect({ actions: count('desk_action'), moves: count('desk_ticket_step') }).toEqual({
    actions: model.actions,
    moves: model.moves,
  });
}

class Log implements fc.AsyncCommand<Model, Real> {
  private readonly isIncident: boolean;
  constructor(isIncident: boolean) {
    this.isIncident = isIncident;
  }
  check = (): boolean => true;
  async run(model: Model, real: Real): Promise<void> {
    const ticket_type = this.isIncident ? 'Incident' : 'Change Request';
    const input = { user_email: 'uma@north.example', summary: 's', description: 'd', ticket_type };
    real.ids.push(Number((await real.agent.read('create_ticket', input))['id']));
    model.tickets.push(
      this.isIncident
        ? { typeId: type.incident, statusId: status.new, stepId: step.new, code: false }
        : { typeId: type.change, statusId: status.waiting, stepId: undefined, code: false },
    );
    model.actions += 1;
    model.moves += this.isIncident ? 1 : 0;
    await check(model, real, model.tickets.length - 1);
  }
  toString = (): string => `log ${this.isIncident ? 'an incident' : 'a change'}`;
}

interface Attempt {
  readonly ticket: number;
  readonly who: Who;
  /** Any outcome by its id, or one of those that may be used by its place among them. */
  readonly which: { readonly id: number } | { readonly place: number };
  /** Of an agent also the ticket's page. */
  readonly by: 'action_ticket' | 'use_specific_action' | 'page';
  readonly note: boolean;
  readonly code: boolean;
}

/** An outcome on a ticket, whether it may be used there or not. */
class Use implements fc.AsyncCommand<Model, Real> {
  private readonly what: Attempt;
  constructor(what: Attempt) {
    this.what = what;
  }
  check = (): boolean => true;
  async run(model: Model, real: Real): Promise<void> {
    const { who, which, note, code } = this.what;
    const by = who === 'user' && this.what.by === 'page' ? 'use_specific_action' : this.what.by;
    const index = this.what.ticket % model.tickets.length;
    const ticket = model.tickets[index];
    if (ticket === undefined) return;
    const usable = usableBy(ticket, who);
    const id = 'id' in which ? which.id : (usable[which.place % usable.length] ?? 0);
    const specific = by !== 'action_ticket';
    const filled = { ...(note ? { note: 'A note' } : {}), ...(code ? { fields: { code: 'A' } } : {}) };
    const ticketId = real.ids[index] ?? 0;
    const filledIn = {
      ...(note ? { note: 'A note' } : {}),
      ...(code ? { fields: [{ id: field.code, value: 'A' }] } : {}),
    };
    const failure =
      by === 'page'
        ? await findFailure(real.pages.tickets.useOutcome({ id: ticketId, outcomeId: id, ...filledIn }))
        : (await real[who].call(by, { ticket_id: ticketId, action_id: id, ...(specific ? filled : {}) })).error?.code;
    const planned = plan(ticket, who, id);
    const row = planned?.row;
    const hasField = rows.desk_outcome_field.some((each) => each.outcome_id === id && each.field_id === field.code);
    const isComplete =
      row !== undefined &&
      (row.note_required === 0 || row.note !== '' || (specific && note)) &&
      (!hasField || ticket.code || (specific && code)) &&
      (hasField || !specific || !code);
    if (planned === undefined || row === undefined || (!specific && row.quick === 0) || !isComplete) {
      expect(['conflict', 'invalid_arguments']).toContain(failure);
    } else {
      expect(failure).toBeUndefined();
      model.actions += 1;
      model.moves += planned.stepId === ticket.stepId ? 0 : 1;
      ticket.statusId = planned.statusId;
      ticket.stepId = planned.stepId;
      ticket.code ||= hasField && specific && code;
    }
    await check(model, real, index);
  }
  toString = (): string => JSON.stringify(this.what);
}

/** The code that it is refused with; undefined when it is not. */
async function findFailure(done: Promise<unknown>): Promise<string | undefined> {
  try {
    await done;
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

/** A reply of the user, which may close or reopen. */
class Reply implements fc.AsyncCommand<Model, Real> {
  private readonly ticket: number;
  private readonly close: boolean;
  constructor(ticket: number, close: boolean) {
    this.ticket = ticket;
    this.close = close;
  }
  check = (): boolean => true;
  async run(model: Model, real: Real): Promise<void> {
    const index = this.ticket % model.tickets.length;
    const ticket = model.tickets[index];
    if (ticket === undefined) return;
    const { isError } = await real.user.call('update_ticket', {
      ...{ ticket_id: real.ids[index], note: 'Hello', close: this.close },
    });
    const hasWorkflow = ticket.typeId === type.incident;
    const wasClosed = isClosed(ticket.statusId);
    expect(isError).toBe(wasClosed && (this.close || !hasWorkflow));
    if (!isError) {
      model.actions += 1;
      if (wasClosed) {
        ticket.statusId = status.inProgress;
        ticket.stepId = step.working;
        model.moves += 1;
      } else if (this.close) {
        ticket.statusId = status.closed;
        model.moves += hasWorkflow ? 1 : 0;
        if (hasWorkflow) ticket.stepId = step.done;
      }
    }
    await check(model, real, index);
  }
  toString = (): string => `reply to ${this.ticket}${this.close ? ' and close' : ''}`;
}

const place = fc.nat({ max: 3 });
const use = fc
  .record({
    ticket: place,
    who: fc.constantFrom<Who>('agent', 'user'),
    which: fc.oneof(
      { weight: 4, arbitrary: fc.record({ place: fc.nat({ max: 50 }) }) },
      { weight: 1, arbitrary: fc.record({ id: fc.constantFrom(...Object.values(outcome), 99) }) },
    ),
    by: fc.constantFrom('action_ticket', 'use_specific_action', 'use_specific_action', 'page', 'page'),
    note: fc.constantFrom(true, true, true, false),
    code: fc.boolean(),
  })
  .map((what) => new Use(what));

const commands = fc.commands<Model, Real, false>(
  [
    fc.boolean().map((isIncident) => new Log(isIncident)),
    use,
    use,
    use,
    use,
    fc.tuple(place, fc.boolean()).map(([ticket, close]) => new Reply(ticket, close)),
  ],
  { maxCommands: 40, size: 'max' },
);

let admin: WorkflowAdmin | undefined;
afterAll(() => admin?.close());

test('No sequence of actions, through the tools and on the pages, reaches a step or a status that the definition forbids.', async () => {
  admin = await openWorkflowAdmin();
  const { served, client: pages } = admin;
  const agent = createPoster(served.endpoint, served.createKey());
  const user = createPoster(served.endpoint, served.createKey({ as: 'uma@north.example' }));
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const setup = async () => {
        const model: Model = { tickets: [], actions: 0, moves: 0 };
        const real: Real = { agent, user, pages, served, ids: [] };
        await new Log(true).run(model, real);
        return { model, real };
      };
      await fc.asyncModelRun(setup, sequence);
    }),
    { numRuns: 40, seed: 20_261 },
  );
}, 120_000);
