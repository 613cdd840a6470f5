import { createActionRepository } from '../../db/repositories/action-repository.ts';
import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createTicketLinksRepository } from '../../db/repositories/ticket-links-repository.ts';
import { createTicketRepository } from '../../db/repositories/ticket-repository.ts';
import { createTicketTypeRepository } from '../../db/repositories/ticket-type-repository.ts';
import { createTimeEntryRepository } from '../../db/repositories/time-entry-repository.ts';
import { createActOnTicket, type Occasion } from './act-on-ticket.ts';
import { createTicketFieldRepository } from '../../db/repositories/ticket-field-repository.ts';
import { createTicketListRepository } from '../../db/repositories/ticket-list-repository.ts';
import { createUserRepository } from '../../db/repositories/user-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import type { Viewer } from '../viewer.ts';
import { createAssignTicket } from './assign-ticket.ts';
import { createTicketChanges } from './change-tickets.ts';
import { createEditTicket } from './edit-ticket.ts';
import { createLogTicket } from './log-ticket.ts';
import { createLogTime } from './log-time.ts';
import { createWorkflowRepository } from '../../db/repositories/workflow-repository.ts';
import { createOutcomes } from '../workflows/outcomes.ts';
import { createTicketSteps } from '../workflows/ticket-steps.ts';
import { type Assigned, createChooseAssignment } from './choose-assignment.ts';
import { createRenewPromises } from './renew-promises.ts';
import { createReadTogether } from '../../db/repositories/read-together.ts';
import { createTicketReads } from './read-tickets.ts';
import { createTicketRules } from './ticket-rules.ts';

export function createTickets(connection: Connection, agents: AgentRepository, records: RecordEditing) {
  const tickets = createTicketRepository(connection);
  const actions = createActionRepository(connection);
  const rules = createTicketRules(createTicketTypeRepository(connection));
  const reads = createTicketReads({
    tickets,
    actions,
    links: createTicketLinksRepository(connection),
    together: createReadTogether(connection),
  });
  const workflows = createWorkflowRepository(connection);
  const steps = createTicketSteps(workflows);
  const act = createActOnTicket(tickets, actions, rules, workflows, steps);
  const chooseAssignment = createChooseAssignment(agents);
  const assignTo = createAssignTicket(reads.get, act, chooseAssignment);
  const renewPromises = createRenewPromises(tickets, rules);
  const timeEntries = createTimeEntryRepository(connection);
  const fields = createTicketFieldRepository(connection);
  const lists = createTicketListRepository(connection);

  return {
    ...reads,
    ...createTicketChanges(reads.get, act, rules),
    getLoggableType: rules.getLoggableType,
    getLoggableTypeById: rules.getLoggableTypeById,
    log: createLogTicket({ tickets, actions, rules, workflows, steps, fields, records }),
    assignTo,
    assign: (viewer: Viewer, id: number, agentId: number, occasion: Occasion): boolean =>
      assignTo(viewer, id, { agentId }, occasion),
    edit: createEditTicket({
      ...{ get: reads.get, records, fields, tickets, workflows, steps, renewPromises, assign: assignTo },
      findUser: createUserRepository(connection).find,
    }),
    isInTeam: (agentId: number, teamId: number): boolean => agents.listTeams(agentId).some(({ id }) => id === teamId),
    /** The team that a ticket has once it is given to the agent. */
    teamWith: (ticket: Assigned, agentId: number): number | null => chooseAssignment(ticket, { agentId }).teamId,
    listFields: fields.list,
    listHistory: actions.listHistory,
    countHistory: (id: number) => actions.countConversation(id, true),
    count: lists.count,
    /** What the lists show of one ticket. */
    findOverview: (id: number, now: number) => lists.describe([id], now)[0],
    logTime: createLogTime(reads.get, act, timeEntries),
    ...createOutcomes({
      ...{ get: reads.get, getAsWritten: reads.getAsWritten, workflows, steps, act, rules, agents, records },
      ...{ chooseAssignment, renewPromises, timeEntries },
    }),
  };
}

export type Tickets = ReturnType<typeof createTickets>;
