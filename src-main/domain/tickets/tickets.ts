import { createActionRepository } from '../../db/repositories/action-repository.ts';
import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createTicketLinksRepository } from '../../db/repositories/ticket-links-repository.ts';
import { createTicketRepository } from '../../db/repositories/ticket-repository.ts';
import { createTicketTypeRepository } from '../../db/repositories/ticket-type-repository.ts';
import { createTimeEntryRepository } from '../../db/repositories/time-entry-repository.ts';
import { createActOnTicket } from './act-on-ticket.ts';
import { createAssignTicket } from './assign-ticket.ts';
import { createTicketChanges } from './change-tickets.ts';
import { createLogTicket } from './log-ticket.ts';
import { createLogTime } from './log-time.ts';
import { createReadTogether } from '../../db/repositories/read-together.ts';
import { createTicketReads } from './read-tickets.ts';
import { createTicketRules } from './ticket-rules.ts';

export function createTickets(connection: Connection, agents: AgentRepository) {
  const tickets = createTicketRepository(connection);
  const actions = createActionRepository(connection);
  const rules = createTicketRules(createTicketTypeRepository(connection));
  const reads = createTicketReads({
    tickets,
    actions,
    links: createTicketLinksRepository(connection),
    together: createReadTogether(connection),
  });
  const act = createActOnTicket(tickets, actions, rules);

  return {
    ...reads,
    ...createTicketChanges(reads.get, act, rules),
    getLoggableType: rules.getLoggableType,
    log: createLogTicket(tickets, actions, rules),
    assign: createAssignTicket(reads.get, act, agents),
    logTime: createLogTime(reads.get, act, createTimeEntryRepository(connection)),
  };
}
