import type { Ability } from '../../../src-shared/domain/abilities.ts';
import { listPlacesOf } from '../../../src-shared/domain/ability-template.ts';
import { actorOf } from '../../domain/actor.ts';
import type { Article } from '../../domain/articles/articles.ts';
import type { Desk } from '../../domain/desk.ts';
import type { TicketFacts } from '../../domain/suggestions/evaluate-rules.ts';
import type { ConversationRow, TicketFieldValueRow, TicketRow } from '../../domain/tickets/read-tickets.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Search } from '../../search/search.ts';
import type { AbilityCaller, AbilitySubject } from '../../tools/ability-material.ts';

export interface SimilarTicket extends TicketFacts {
  readonly summary: string;
  readonly score: number;
  /** What was done to it, one after the other, as its history names that; read only where a rule looks at it. */
  readonly outcomes: readonly string[];
}

interface UsableAction {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly toStepName: string | null;
}

export interface TicketSubject {
  readonly kind: 'ticket';
  readonly viewer: Viewer;
  readonly ticket: TicketRow;
  readonly fields: readonly TicketFieldValueRow[];
  /** The latest entries that may be read, the oldest of them first. */
  readonly conversation: readonly ConversationRow[];
  /** Of all that may be read. */
  readonly conversationTotal: number;
  readonly step: string | undefined;
  readonly actions: readonly UsableAction[];
  /** Closed, the likest first. */
  readonly similar: readonly SimilarTicket[];
  /** The change ledger's latest entry before it was read. */
  readonly revision: number;
}

export interface ArticleSubject {
  readonly kind: 'article';
  readonly article: Article;
  readonly revision: number;
}

export interface TextSubject {
  readonly kind: 'text';
  readonly text: string;
  readonly revision: number;
}

export type Subject = TicketSubject | ArticleSubject | TextSubject;

export interface SubjectSources {
  readonly desk: Desk;
  readonly search: Search;
}

const mostEntries = 200;
const mostSimilar = 10;
const mostMatches = 30;

/** What an ability is run over, as its caller may read it and as far as it is needed. */
export async function readSubject(
  { desk, search }: SubjectSources,
  ability: Ability,
  subject: AbilitySubject,
  { principal, viewer: own }: Pick<AbilityCaller, 'principal' | 'viewer'>,
): Promise<Subject> {
  // Before anything is read: what is changed while the search waits counts as changed since.
  const revision = desk.records.revision();
  const viewer = { ...own, seesPrivate: own.seesPrivate && ability.privateNotes };
  switch (subject.kind) {
    case 'text':
      return { kind: 'text', text: subject.text, revision };
    case 'article':
      return { kind: 'article', article: desk.articles.get(viewer, subject.id), revision };
    case 'ticket': {
      const { needsSimilar, needsActions, needsHistories } = findNeeds(ability);
      desk.tickets.get(viewer, subject.id);
      const similar = needsSimilar ? await findSimilar({ desk, search }, viewer, subject.id, needsHistories) : [];
      const whole = desk.tickets.read(viewer, subject.id, { number: 1, size: mostEntries });
      const { ticket, fields, conversation, conversationTotal } = whole;
      return {
        ...{ kind: 'ticket', viewer, ticket, fields, conversation, conversationTotal, similar, revision },
        step: desk.tickets.findStep(ticket)?.name,
        actions: needsActions ? desk.tickets.listOutcomes(viewer, ticket, actorOf(principal)) : [],
      };
    }
  }
}

function findNeeds({ prompt, withoutModel }: Ability) {
  const places = listPlacesOf(prompt);
  const isNext = withoutModel === 'next-step';
  return {
    needsSimilar: isNext || withoutModel === 'similar' || places.includes('ticket.similar'),
    needsActions: isNext || places.includes('ticket.actions'),
    needsHistories: isNext,
  };
}

async function findSimilar(
  { desk, search }: SubjectSources,
  viewer: Viewer,
  ticketId: number,
  withHistories: boolean,
): Promise<SimilarTicket[]> {
  const { tickets } = await search.findAlike({ ticketId, viewer, tickets: mostMatches, articles: 0 });
  const ids = tickets.map(({ id }) => id).filter((id) => id !== ticketId);
  const facts = new Map(desk.suggestions.listFacts(viewer, ids).map((each) => [each.id, each]));
  const rows = new Map(desk.tickets.listByIds(viewer, ids).map((row) => [row.id, row]));
  const outcomesOf = (id: number): string[] =>
    desk.tickets.read(viewer, id, { number: 1, size: mostEntries }).conversation.map(({ outcome }) => outcome);
  return tickets
    .flatMap(({ id, score }) => {
      const [fact, row] = [facts.get(id), rows.get(id)];
      return fact?.closed === 1 && row !== undefined ? [{ ...fact, score, summary: row.summary }] : [];
    })
    .slice(0, mostSimilar)
    .map((each) => ({ ...each, outcomes: withHistories ? outcomesOf(each.id) : [] }));
}
