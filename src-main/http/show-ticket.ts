import type { ConversationEntry, TicketListRow, TicketRecord } from '../../src-shared/api/tickets.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import type { TicketOverviewRow } from '../db/repositories/ticket-list-repository.ts';
import type { TicketFieldRow } from '../db/repositories/ticket-field-repository.ts';
import type { HistoryRow } from '../db/repositories/ticket-rows.ts';
import { wholeDesk } from './edit-desk.ts';
import type { RouteContext } from './route-context.ts';
import { optional } from './row-values.ts';
import { showMadeBy } from './show-made-by.ts';

export function showTicketRow(row: TicketOverviewRow): TicketListRow {
  return {
    id: row.id,
    summary: row.summary,
    status: { id: row.statusId, name: row.statusName, kind: row.statusKind },
    type: { id: row.typeId, name: row.typeName },
    priority: { id: row.priorityId, name: row.priorityName, sequence: row.prioritySequence },
    client: { id: row.clientId, name: row.clientName },
    site: { id: row.siteId, name: row.siteName },
    user: { id: row.userId, name: row.userName },
    ...optional('agent', named(row.agentId, row.agentName)),
    ...optional('team', named(row.teamId, row.teamName)),
    openedAt: toTimestamp(row.openedAt),
    ...optional('fixByAt', moment(row.fixByAt)),
    ...optional('closedAt', moment(row.closedAt)),
    lastActionAt: toTimestamp(row.lastActionAt),
    overdue: row.overdue === 1,
    ...showMadeBy(row),
  };
}

export function showTicket({ core: { desk, imports, ports } }: RouteContext, id: number): TicketRecord {
  const { ticket, assets, articles } = desk.tickets.read(wholeDesk, id, { number: 1, size: 1 });
  const overview = desk.tickets.findOverview(id, ports.now());
  if (overview === undefined) throw new Error(`Ticket ${id} has gone while it was being read.`);
  const parent = ticket.parentId === null ? undefined : desk.tickets.getAsWritten(ticket.parentId);
  return {
    ...showTicketRow(overview),
    details: ticket.details,
    source: ticket.source,
    ...optional('category', named(ticket.categoryId, ticket.categoryName)),
    userEmail: ticket.userEmail,
    sla: { id: ticket.slaId, name: ticket.slaName },
    ...optional('service', named(ticket.serviceId, ticket.serviceName)),
    ...optional('parent', parent && { id: parent.id, name: parent.summary }),
    ...optional('respondByAt', moment(ticket.respondByAt)),
    ...optional('respondedAt', moment(ticket.respondedAt)),
    ...optional('heldSinceAt', moment(ticket.heldSinceAt)),
    heldSeconds: ticket.heldSeconds,
    closureNote: ticket.closureNote,
    imported: imports.listNumbers('ticket', id),
    fields: desk.tickets.listFields(id, ticket.typeId).map(showField),
    assets: assets.map(({ id: assetId, tag, typeName, manufacturer, model, status }) => ({
      ...{ id: assetId, tag, type: typeName, model: `${manufacturer} ${model}`.trim(), status },
    })),
    articles: [...articles],
    revision: desk.records.revision(),
  };
}

/** A field as it is filled in on a page. */
export function showField<Row extends TicketFieldRow>({ required, choices, ...field }: Row) {
  return { ...field, choices: JSON.parse(choices) as string[], required: required === 1 };
}

export function showEntry({ madeById, madeByName, madeByCallId, ...entry }: HistoryRow): ConversationEntry {
  const { agentId, userId, newStatusName, ...row } = entry;
  return {
    ...row,
    ...showMadeBy({ madeById, madeByName, madeByCallId }),
    ...optional('agentId', agentId ?? undefined),
    ...optional('userId', userId ?? undefined),
    private: row.private === 1,
    ...optional('newStatus', newStatusName ?? undefined),
    at: toTimestamp(row.at),
  };
}

function named(id: number | null, name: string | null) {
  return id === null ? undefined : { id, name: name ?? '' };
}

function moment(at: number | null): string | undefined {
  return at === null ? undefined : toTimestamp(at);
}
