import { z } from 'zod';
import { madeByAi } from './made-by-ai.ts';
import { procedure } from './procedure.ts';
import {
  line,
  listInput,
  listOutput,
  longText,
  noteText,
  recordId,
  reference,
  revision,
  updateInput,
} from './record-list.ts';
import { timestamp } from './timestamp.ts';

/** `relevance` goes with a search; without one it is the latest change first. Ties go by latest change, then by id. */
export const ticketSorts = [
  'relevance',
  'id',
  'openedAt',
  'fixByAt',
  'closedAt',
  'lastActionAt',
  'status',
  'type',
  'priority',
  'client',
  'user',
  'agent',
  'team',
] as const;

const ids = z.array(recordId).max(200).optional();

const list = listInput(ticketSorts, {
  statusIds: ids,
  typeIds: ids,
  priorityIds: ids,
  teamIds: ids,
  agentIds: ids,
  /** Together with `agentIds`: those of the agents and those of nobody. */
  unassigned: z.boolean().optional(),
  clientId: recordId.optional(),
  userId: recordId.optional(),
  assetId: recordId.optional(),
  open: z.enum(['open', 'closed', 'all']).default('all'),
  /** Open, and past the time by which it was to be fixed. */
  overdue: z.boolean().optional(),
  /** Created through an endpoint. */
  madeByAi: z.boolean().optional(),
});

const row = z.object({
  id: z.int(),
  summary: z.string(),
  status: reference.extend({ kind: z.enum(['open', 'closed']) }),
  type: reference,
  priority: reference.extend({ sequence: z.int() }),
  client: reference,
  site: reference,
  user: reference,
  agent: reference.optional(),
  team: reference.optional(),
  openedAt: timestamp,
  fixByAt: timestamp.optional(),
  closedAt: timestamp.optional(),
  lastActionAt: timestamp,
  overdue: z.boolean(),
  madeByAi: madeByAi.optional(),
});

const field = z.object({
  id: z.int(),
  label: z.string(),
  kind: z.enum(['text', 'long_text', 'number', 'date', 'choice', 'yes_no']),
  choices: z.array(z.string()),
  required: z.boolean(),
  /** Empty when nothing is filled in. */
  value: z.string(),
});

const ticket = row.extend({
  details: z.string(),
  source: z.string(),
  category: reference.optional(),
  userEmail: z.string(),
  sla: reference,
  service: reference.optional(),
  parent: reference.optional(),
  respondByAt: timestamp.optional(),
  respondedAt: timestamp.optional(),
  heldSinceAt: timestamp.optional(),
  heldSeconds: z.int(),
  closureNote: z.string(),
  /** What it was called where it was imported from. */
  imported: z.array(z.object({ source: z.string(), number: z.string() })),
  /** Those of its type, and any other that has a value. */
  fields: z.array(field),
  assets: z.array(z.object({ id: z.int(), tag: z.string(), type: z.string(), model: z.string(), status: z.string() })),
  articles: z.array(z.object({ id: z.int(), title: z.string() })),
  revision,
});

const entry = z.object({
  id: z.int(),
  /** Within its ticket, from 1. */
  number: z.int(),
  kind: z.enum(['logged', 'note', 'reply', 'assignment', 'status', 'time', 'closure', 'reopening']),
  outcome: z.string(),
  actor: z.string(),
  agentId: z.int().optional(),
  userId: z.int().optional(),
  private: z.boolean(),
  note: z.string(),
  seconds: z.int(),
  /** The status that it led to, when it changed. */
  newStatus: z.string().optional(),
  at: timestamp,
  madeByAi: madeByAi.optional(),
});

/** An empty value clears a field. */
const fieldValues = z.array(z.strictObject({ id: recordId, value: z.string().max(10_000) })).max(100);

const note = z.strictObject({ id: recordId, note: noteText });
const optionalNote = z.strictObject({ id: recordId, note: z.string().trim().max(50_000).default('') });

const outcome = z.object({
  id: z.int(),
  /** What its button says. */
  name: z.string(),
  /** Runs at once, without asking for anything. */
  quick: z.boolean(),
  /** What it writes is for agents alone. */
  private: z.boolean(),
  /** Written when nothing else is given. */
  note: z.string(),
  noteRequired: z.boolean(),
  /** The status that the ticket then has, where it changes. */
  newStatus: z.string().optional(),
  /** An open ticket is closed by it. */
  closes: z.boolean(),
  /** These too where they change; an agent may be "nobody". */
  newPriority: z.string().optional(),
  newTeam: z.string().optional(),
  newAgent: z.string().optional(),
  /** That it books for whoever uses it. */
  minutes: z.number(),
  /** The step that it leads to. */
  toStep: reference.optional(),
  fields: z.array(field.extend({ name: z.string() })),
});

export type TicketOutcome = z.infer<typeof outcome>;
export type TicketListInput = z.infer<typeof list>;
export type TicketListRow = z.infer<typeof row>;
export type TicketRecord = z.infer<typeof ticket>;
export type ConversationEntry = z.infer<typeof entry>;

/** Tickets as the desk's administrator sees them: all of them, private entries too. */
export const ticketsContract = {
  list: procedure.input(list).output(
    listOutput(row).extend({
      /** False when a search stopped counting: there are at least `total`. */
      totalIsExact: z.boolean(),
    }),
  ),
  get: procedure.input(z.strictObject({ id: recordId })).output(ticket),
  /** The oldest first; `offset` counts from the oldest. */
  conversation: procedure
    .input(z.strictObject({ id: recordId, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(listOutput(entry)),
  update: procedure
    .input(
      updateInput({
        summary: line(255).optional(),
        details: longText.optional(),
        typeId: recordId.optional(),
        priorityId: recordId.optional(),
        categoryId: recordId.nullable().optional(),
        userId: recordId.optional(),
        teamId: recordId.nullable().optional(),
        agentId: recordId.nullable().optional(),
        fields: fieldValues.optional(),
      }),
    )
    .output(ticket),
  create: procedure
    .input(
      z.strictObject({
        userId: recordId,
        typeId: recordId,
        summary: line(255),
        details: longText,
        priorityId: recordId.optional(),
        teamId: recordId.optional(),
        agentId: recordId.optional(),
        /** Of its type. With them, those that are required must be there. */
        fields: fieldValues.optional(),
      }),
    )
    .output(ticket),
  addNote: procedure.input(note.extend({ private: z.boolean() })).output(ticket),
  changeStatus: procedure.input(optionalNote.extend({ statusId: recordId })).output(ticket),
  close: procedure.input(optionalNote).output(ticket),
  reopen: procedure.input(optionalNote).output(ticket),
  /** What the administrator can do to the ticket now, and the step of its workflow that it is on. */
  outcomes: procedure
    .input(z.strictObject({ id: recordId }))
    .output(z.object({ step: reference.optional(), outcomes: z.array(outcome) })),
  useOutcome: procedure
    .input(
      z.strictObject({
        id: recordId,
        outcomeId: recordId,
        /** The outcome's own when left out. */
        note: noteText.optional(),
        fields: fieldValues.optional(),
      }),
    )
    .output(ticket),
  /** Without a team the ticket stays in its team when the agent is in it, and goes to one of the agent's otherwise. */
  assign: procedure
    .input(z.strictObject({ id: recordId, agentId: recordId.nullable(), teamId: recordId.optional() }))
    .output(ticket),
  /** To the administrator's own timesheet; with a ticket also into its history. */
  logTime: procedure
    .input(z.strictObject({ id: recordId.optional(), hours: z.number().positive().max(24), note: noteText }))
    .output(z.object({ timeEntryId: z.int(), seconds: z.int() })),
};
