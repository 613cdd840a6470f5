import { AppError } from '../../../src-shared/errors/app-error.ts';
import { actorOf } from '../../domain/actor.ts';
import type { Desk } from '../../domain/desk.ts';
import type { Principal } from '../../domain/principal.ts';
import type { TicketRow } from '../../domain/tickets/read-tickets.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { AbilityDraft, PlannedWrite, WrittenAnswer } from '../../tools/ability-material.ts';

interface Writing {
  readonly desk: Desk;
  readonly principal: Principal;
  readonly viewer: Viewer;
  readonly at: number;
  readonly draft: AbilityDraft;
}

const articlesOfTicket = {
  ...{ table: 'desk_ticket_article', parent: 'ticket_id', other: 'article_id' },
  ...{ otherTable: 'desk_article', noun: 'article' },
} as const;

/** Writes what was planned, within a change set, unless the record has become another since it was read. */
export function writeAnswer(writing: Writing): WrittenAnswer {
  const { write } = writing.draft;
  if (write === undefined) return { changed: false };
  switch (write.to) {
    case 'note':
      return writeNote(writing, write);
    case 'article':
      return writeArticle(writing, write);
    case 'field':
      return write.of === 'ticket' ? writeTicketField(writing, write) : writeArticleField(writing, write);
  }
}

type Write<To extends PlannedWrite['to']> = Extract<PlannedWrite, { to: To }>;

/** Closed or opened meanwhile, it is another situation than the one that the model was told of. */
function getSame({ desk, viewer, draft }: Writing, id: number): TicketRow {
  const ticket = desk.tickets.get(viewer, id);
  const { ticketStatus } = draft.basis;
  if (ticketStatus === undefined || ticket.statusKind === ticketStatus) return ticket;
  const what = ticket.statusKind === 'closed' ? 'closed' : 'opened again';
  throw new AppError(
    'conflict',
    `Ticket ${id} was ${what} while "${draft.run.ability}" ran, so nothing was written. Look at it, and run it again.`,
  );
}

function writeNote(writing: Writing, { ticketId, note, public: isPublic }: Write<'note'>): WrittenAnswer {
  const { desk, viewer, principal, at } = writing;
  getSame(writing, ticketId);
  const said = { note, by: actorOf(principal), at };
  if (principal.kind === 'user') {
    desk.tickets.reply(viewer, ticketId, said, { close: false });
    return { ticketId, changed: true };
  }
  const { number } = desk.tickets.addNote(viewer, ticketId, said, { private: !isPublic });
  return { ticketId, actionNumber: number, changed: true };
}

function writeTicketField(writing: Writing, { id, field, value }: Write<'field'>): WrittenAnswer {
  const { desk, viewer, principal, at, draft } = writing;
  const ticket = getSame(writing, id);
  const { revision } = draft.basis;
  const before = desk.records.revision();
  if (field === 'resolution') {
    if (ticket.statusKind === 'open') {
      throw new AppError('conflict', `Ticket ${id} is open: it gets a resolution when it is closed.`);
    }
    desk.records.update('ticket', id, revision, { closureNote: String(value) });
  } else {
    const edit = field === 'team' ? toTeam(desk, ticket, Number(value)) : { [editNames[field] ?? field]: value };
    desk.tickets.edit(viewer, id, revision, edit, { by: actorOf(principal), at });
  }
  return { ticketId: id, changed: desk.records.revision() !== before };
}

const editNames: Readonly<Record<string, string>> = {
  category: 'categoryId',
  priority: 'priorityId',
  type: 'typeId',
};

/** Whoever works on it keeps it when they are in the team; otherwise that team shares it out. */
function toTeam({ tickets }: Desk, { agentId }: TicketRow, teamId: number) {
  return { teamId, agentId: agentId !== null && tickets.isInTeam(agentId, teamId) ? agentId : null };
}

function writeArticleField(writing: Writing, { id, field, value }: Write<'field'>): WrittenAnswer {
  const { desk, viewer, at, draft } = writing;
  desk.articles.get(viewer, id);
  const before = desk.records.revision();
  const changes = Array.isArray(value) ? { fields: {}, tags: value } : { fields: { [field]: String(value) } };
  desk.editing.articles.update(id, draft.basis.revision, changes, at);
  return { articleId: id, changed: desk.records.revision() !== before };
}

function writeArticle(writing: Writing, { article, audience, inactive, ticketId }: Write<'article'>): WrittenAnswer {
  const { desk, principal, at } = writing;
  if (ticketId !== undefined) getSame(writing, ticketId);
  const { tags, ...fields } = article;
  const articleId = desk.editing.articles.create(
    { fields: { ...fields, audience, inactive }, tags },
    { agentId: principal.kind === 'agent' ? principal.agentId : null, at },
  );
  if (ticketId === undefined) return { articleId, changed: true };
  const linked = desk.records.listLinks(articlesOfTicket, ticketId);
  desk.records.replaceLinks(articlesOfTicket, ticketId, [...linked, articleId]);
  return { articleId, ticketId, changed: true };
}
