import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { TicketRow } from '../../db/repositories/ticket-rows.ts';
import type { TicketTypeRow } from '../../db/repositories/ticket-type-repository.ts';
import type { OutcomeFieldRow, OutcomeRow, WorkflowRepository } from '../../db/repositories/workflow-repository.ts';
import type { Actor } from '../actor.ts';
import type { ChooseAssignment, ChosenAssignment } from '../tickets/choose-assignment.ts';
import type { TicketRules } from '../tickets/ticket-rules.ts';
import { keepsWithin, type Viewer } from '../viewer.ts';
import type { TicketSteps } from './ticket-steps.ts';

/** An outcome that can be used on a ticket now. */
export interface UsableOutcome extends OutcomeRow {
  /** The status that the ticket then has; undefined when it keeps its own. */
  readonly newStatusId: number | undefined;
  /** Who then has it; undefined when that stays. */
  readonly assignment: ChosenAssignment | undefined;
  readonly fields: readonly OutcomeFieldRow[];
}

interface Sources {
  readonly workflows: WorkflowRepository;
  readonly steps: TicketSteps;
  readonly rules: TicketRules;
  readonly agents: AgentRepository;
  readonly chooseAssignment: ChooseAssignment;
}

/** Which outcomes somebody can use on a ticket now. */
export function createOutcomeList({ workflows, steps, rules, agents, chooseAssignment }: Sources) {
  const canBeAssigned = ({ agentId }: Actor): boolean => {
    const agent = agentId === null ? undefined : agents.find(agentId);
    return agent !== undefined && agent.apiOnly === 0 && agent.disabled === 0;
  };

  /** Whether the outcome leads anywhere from here, and with which status. */
  const planStatus = (ticket: TicketRow, type: TicketTypeRow, outcome: OutcomeRow, { audience }: Viewer) => {
    const isClosed = ticket.statusKind === 'closed';
    // A step to go to closes or reopens where the outcome sets no status.
    const led = outcome.statusKind ?? outcome.toStepKind;
    if (!isClosed) return { newStatusId: outcome.statusId ?? (led === 'closed' ? type.closedStatusId : undefined) };
    if (led === 'closed') return undefined;
    const isReply = audience === 'users';
    if (led === null && !isReply) return { newStatusId: undefined };
    // What a user does to a closed ticket reopens it, where its type says so, like any reply of theirs.
    if (isReply && type.reopenStatusId === null) return undefined;
    return { newStatusId: outcome.statusId ?? type.reopenStatusId ?? type.initialStatusId };
  };

  const planAssignment = (
    ticket: TicketRow,
    { assigns, agentId, teamId }: OutcomeRow,
    by: Actor,
    limits: Viewer['limits'],
  ): ChosenAssignment | undefined => {
    const wanted = assigns === 'self' ? by.agentId : agentId;
    const isIn = (id: number | null) =>
      id !== null && teamId !== null && agents.listTeams(id).some((team) => team.id === teamId);
    if (wanted !== null) {
      if (isIn(wanted)) return chooseAssignment(ticket, { agentId: wanted, teamId });
      // Whoever takes a ticket takes it to a team within the limits; who is given one takes it wherever they belong.
      return chooseAssignment(ticket, { agentId: wanted }, assigns === 'self' ? limits : undefined);
    }
    if (teamId === null) return undefined;
    // Whoever works on it keeps it when the other team is theirs too; otherwise that team shares it out.
    return chooseAssignment(ticket, { agentId: isIn(ticket.agentId) ? ticket.agentId : null, teamId });
  };

  const list = (viewer: Viewer, ticket: TicketRow, by: Actor): UsableOutcome[] => {
    const step = steps.find(ticket);
    const type = rules.getType(ticket.typeId);
    const usable = workflows.listOffered(viewer.audience, ticket.typeId, step?.id ?? null).flatMap((outcome) => {
      if (outcome.assigns === 'self' && !canBeAssigned(by)) return [];
      const planned = planStatus(ticket, type, outcome, viewer);
      if (planned === undefined) return [];
      const assignment = planAssignment(ticket, outcome, by, viewer.limits);
      const teamId = assignment === undefined ? ticket.teamId : assignment.teamId;
      if (!keepsWithin(viewer.limits, { typeId: ticket.typeId, teamId })) return [];
      return [{ ...outcome, ...planned, assignment }];
    });
    const ids = usable.map(({ id }) => id);
    const fields = ids.length === 0 ? [] : workflows.listFields(ids, ticket.id);
    return usable.map((outcome) => ({
      ...outcome,
      fields: fields.filter(({ outcomeId }) => outcomeId === outcome.id),
    }));
  };

  return {
    list,

    /** Throws a sentence that names what can be used instead, in the same words whether the other is there or not. */
    get(viewer: Viewer, ticket: TicketRow, outcomeId: number, by: Actor): UsableOutcome {
      const usable = list(viewer, ticket, by);
      const outcome = usable.find(({ id }) => id === outcomeId);
      if (outcome !== undefined) return outcome;
      const where = steps.find(ticket)?.name;
      throw new AppError(
        'conflict',
        `Action ${outcomeId} cannot be used on ticket ${ticket.id}${where === undefined ? '' : ` on the step "${where}"`}. ${nameOutcomes(usable)}`,
        { details: { outcomes: usable.map(({ id, label }) => ({ id, name: label })) } },
      );
    },
  };
}

/** A sentence that says what can be used, with ids. */
export function nameOutcomes(outcomes: readonly Pick<OutcomeRow, 'id' | 'label'>[]): string {
  if (outcomes.length === 0) return 'No action can be used on it now.';
  return `These can: ${outcomes.map(({ id, label }) => `${id} (${label})`).join(', ')}.`;
}
