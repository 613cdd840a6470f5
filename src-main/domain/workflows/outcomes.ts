import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { TimeEntryRepository } from '../../db/repositories/time-entry-repository.ts';
import type { WorkflowRepository } from '../../db/repositories/workflow-repository.ts';
import type { Actor } from '../actor.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import type { ActOnTicket } from '../tickets/act-on-ticket.ts';
import type { ChooseAssignment } from '../tickets/choose-assignment.ts';
import type { TicketRules } from '../tickets/ticket-rules.ts';
import type { Viewer } from '../viewer.ts';
import { createFillOutcomeFields } from './fill-outcome-fields.ts';
import { createOutcomeList } from './list-outcomes.ts';
import type { TicketSteps } from './ticket-steps.ts';
import { createUseOutcome } from './use-outcome.ts';

interface Sources {
  readonly get: (viewer: Viewer, id: number) => TicketRow;
  readonly getAsWritten: (id: number) => TicketRow;
  readonly workflows: WorkflowRepository;
  readonly steps: TicketSteps;
  readonly act: ActOnTicket;
  readonly rules: TicketRules;
  readonly agents: AgentRepository;
  readonly records: RecordEditing;
  readonly chooseAssignment: ChooseAssignment;
  readonly renewPromises: (ticket: TicketRow) => void;
  readonly timeEntries: TimeEntryRepository;
}

/** What can be done to a ticket on its step, and doing it. */
export function createOutcomes({ records, workflows, ...sources }: Sources) {
  const outcomes = createOutcomeList({ ...sources, workflows });
  return {
    /** The step that a ticket is on; undefined without a workflow. */
    findStep: (ticket: TicketRow) => sources.steps.find(ticket),
    listOutcomes: outcomes.list,
    /** Throws a sentence that names the others when it cannot be used on the ticket now. */
    getOutcome: (viewer: Viewer, id: number, outcomeId: number, by: Actor) =>
      outcomes.get(viewer, sources.get(viewer, id), outcomeId, by),
    useOutcome: createUseOutcome({ ...sources, fillFields: createFillOutcomeFields(records) }),
  };
}
