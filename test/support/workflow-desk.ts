import type { DeskRows, OutcomeRow } from '../../src-main/domain/demo/desk-rows.ts';
import { agent, smallDesk, status, team, type } from './small-desk.ts';

export const step = { new: 1, working: 2, waiting: 3, done: 4 } as const;
export const outcome = {
  seen: 1,
  remark: 2,
  take: 3,
  ask: 4,
  answer: 5,
  finish: 6,
  withdraw: 7,
  back: 8,
  notFixed: 9,
  handOver: 10,
  giveToTess: 11,
  retired: 12,
  forChanges: 13,
} as const;
export const field = { code: 1, amount: 2 } as const;
const urgent = 2;

/** For agents, with a screen, on the steps that name it; `more` says what is different. */
function outcomeRow(id: number, name: string, more: Partial<OutcomeRow> = {}): OutcomeRow {
  return {
    ...{ id, name, label: `${name}!`, quick: 0, for_agents: 1, for_users: 0, always: 0, private: 0, note: '' },
    ...{ note_required: 0, status_id: null, team_id: null, assigns: 'keep', agent_id: null, priority_id: null },
    ...{ seconds: 0, inactive: 0, sequence: id },
    ...more,
  };
}

const forUsers = { for_agents: 0, for_users: 1 } as const;
const quick = { quick: 1 } as const;

/** From where to where each outcome leads; null stays. */
export const offers: readonly (readonly [from: number, outcome: number, to: number | null])[] = [
  [step.new, outcome.take, step.working],
  [step.new, outcome.ask, step.waiting],
  [step.new, outcome.finish, step.done],
  [step.new, outcome.withdraw, step.done],
  [step.new, outcome.handOver, null],
  [step.working, outcome.take, null],
  [step.working, outcome.ask, step.waiting],
  [step.working, outcome.answer, null],
  [step.working, outcome.finish, step.done],
  [step.working, outcome.withdraw, step.done],
  [step.working, outcome.giveToTess, null],
  [step.waiting, outcome.take, step.working],
  [step.waiting, outcome.answer, step.working],
  [step.waiting, outcome.finish, step.done],
  [step.waiting, outcome.withdraw, step.done],
  [step.done, outcome.back, step.working],
  [step.done, outcome.notFixed, step.working],
];

/** The small desk, with a workflow for incidents and outcomes of every kind. Changes have none and allow everything. */
export function workflowDesk(): DeskRows {
  const rows = smallDesk();
  const incident = { workflow_id: 1, allows_all_outcomes: 0 } as const;
  const stepRow = (id: number, name: string, is: 'start' | 'end' | 'reopening' | 'plain') => ({
    ...{ id, workflow_id: 1, name, sequence: id },
    is_start: is === 'start' ? (1 as const) : (0 as const),
    is_end: is === 'end' ? (1 as const) : (0 as const),
    is_reopening: is === 'reopening' ? (1 as const) : (0 as const),
  });
  return {
    ...rows,
    desk_priority: [...rows.desk_priority, { id: urgent, name: 'Urgent', sequence: 2 }],
    desk_sla_target: [
      ...rows.desk_sla_target,
      { id: 2, sla_id: 1, priority_id: urgent, respond_seconds: 1800, fix_seconds: 2 * 3600 },
    ],
    desk_workflow: [{ id: 1, name: 'Incident' }],
    desk_workflow_step: [
      stepRow(step.new, 'New', 'start'),
      stepRow(step.working, 'Working', 'reopening'),
      stepRow(step.waiting, 'Waiting', 'plain'),
      stepRow(step.done, 'Done', 'end'),
    ],
    desk_ticket_type: rows.desk_ticket_type.map((row) => (row.id === type.incident ? { ...row, ...incident } : row)),
    desk_field: [
      { id: field.code, name: 'code', label: 'Code', kind: 'choice', choices: '["A","B"]' },
      { id: field.amount, name: 'amount', label: 'Amount', kind: 'number', choices: '[]' },
    ],
    desk_outcome: [
      outcomeRow(outcome.seen, 'Seen', { ...quick, always: 1, for_users: 1, note: 'Seen.' }),
      outcomeRow(outcome.remark, 'Remark', { always: 1, for_users: 1, note_required: 1, note: 'Remarked.' }),
      outcomeRow(outcome.take, 'Take', { ...quick, private: 1, status_id: status.inProgress, assigns: 'self' }),
      outcomeRow(outcome.ask, 'Ask', { note_required: 1, status_id: status.waiting }),
      outcomeRow(outcome.answer, 'Answer', { ...forUsers, note_required: 1, status_id: status.inProgress }),
      outcomeRow(outcome.finish, 'Finish', { status_id: status.closed, seconds: 600 }),
      outcomeRow(outcome.withdraw, 'Withdraw', { ...forUsers, ...quick, note: 'No need.', status_id: status.closed }),
      outcomeRow(outcome.back, 'Back', quick),
      outcomeRow(outcome.notFixed, 'Not fixed', { ...forUsers, note_required: 1, status_id: status.new }),
      outcomeRow(outcome.handOver, 'Hand over', { ...quick, private: 1, team_id: team.second, priority_id: urgent }),
      outcomeRow(outcome.giveToTess, 'Give to Tess', { ...quick, assigns: 'agent', agent_id: agent.tess }),
      outcomeRow(outcome.retired, 'Retired', { ...quick, always: 1, inactive: 1 }),
      outcomeRow(outcome.forChanges, 'For changes', { ...quick, always: 1 }),
    ],
    desk_outcome_field: [
      { id: 1, outcome_id: outcome.finish, field_id: field.code, required: 1, sequence: 1 },
      { id: 2, outcome_id: outcome.remark, field_id: field.amount, required: 0, sequence: 1 },
    ],
    desk_step_outcome: offers.map(([step_id, outcome_id, to_step_id], index) => ({
      ...{ id: index + 1, step_id, outcome_id, to_step_id, sequence: index + 1 },
    })),
    desk_ticket_type_outcome: Object.values(outcome)
      .filter((id) => id !== outcome.forChanges)
      .map((outcome_id, index) => ({ id: index + 1, type_id: type.incident, outcome_id })),
  };
}
