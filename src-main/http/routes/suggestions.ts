import type { TicketMatches } from '../../../src-shared/api/suggestions.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { principalLabel } from '../../domain/principal.ts';
import { matchTicket } from '../../tools/match-ticket.ts';
import { editDesk, getAdministrator, wholeDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';
import { optional } from '../row-values.ts';
import { trySuggestionRule } from '../try-suggestion-rule.ts';
import { showSuggestion } from '../show-suggestion.ts';

export const suggestionRoutes = {
  open: os.suggestions.open.handler(({ context, input }) => {
    context.core.desk.tickets.get(wholeDesk, input.ticketId);
    return listOpen(context, input.ticketId);
  }),
  match: os.suggestions.match.handler(({ context, input }) => match(context, input.ticketId)),
  apply: os.suggestions.apply.handler(({ context, input: { ticketId, ids } }) => {
    const { suggestions } = context.core.desk;
    editDesk(context, 'Apply suggestion', (edit) => suggestions.apply(wholeDesk, ticketId, ids, edit));
    return listOpen(context, ticketId);
  }),
  dismiss: os.suggestions.dismiss.handler(({ context, input: { ticketId, ids } }) => {
    const { suggestions } = context.core.desk;
    editDesk(context, 'Dismiss suggestion', (edit) => suggestions.dismiss(wholeDesk, ticketId, ids, edit));
    return listOpen(context, ticketId);
  }),
  listRules: os.suggestions.listRules.handler(({ context }) => listRules(context)),
  saveRule: os.suggestions.saveRule.handler(({ context, input: { id, revision, ...rule } }) => {
    editDesk(context, 'Suggestion rule', () => context.core.desk.suggestionRules.save(id, rule, revision));
    return listRules(context);
  }),
  tryRule: os.suggestions.tryRule.handler(({ context: { core }, input: { id, ...rule }, signal }) => {
    const saved = id === undefined ? undefined : core.desk.suggestionRules.get(id);
    return trySuggestionRule(core, { rule, saved, now: core.ports.now(), signal });
  }),
  deleteRule: os.suggestions.deleteRule.handler(({ context, input }) => {
    editDesk(context, 'Delete suggestion rule', ({ by, at }) =>
      context.core.desk.suggestionRules.remove(input.id, { by, at }),
    );
    return listRules(context);
  }),
  orderRules: os.suggestions.orderRules.handler(({ context, input }) => {
    editDesk(context, 'Order of suggestion rules', () => context.core.desk.suggestionRules.order(input.ids));
    return listRules(context);
  }),
};

function listOpen({ core }: RouteContext, ticketId: number) {
  return { suggestions: core.desk.suggestions.listOpen(wholeDesk, ticketId).map(showSuggestion) };
}

function listRules({ core }: RouteContext) {
  return {
    rules: core.desk.suggestionRules.list().map(({ typeIds, ...rule }) => ({ ...rule, typeIds: [...typeIds] })),
    revision: core.desk.records.revision(),
  };
}

async function match(context: RouteContext, ticketId: number): Promise<TicketMatches> {
  const { database, ports } = context.core;
  const actor = principalLabel(getAdministrator(context));
  const { tickets, articles, suggestions } = await matchTicket(context.core, {
    viewer: wholeDesk,
    ticketId,
    articles: true,
    at: ports.now(),
    mayApply: true,
    write: (work) => database.inChangeSet({ kind: 'rule', actor, label: 'Suggestions' }, work),
  });
  return {
    tickets: tickets.map(({ match: { id, score, words, sameCategory, daysApart }, row, resolution }) => ({
      ...{ id, score, words: [...words], sameCategory, resolution },
      ...{ summary: row.summary, status: row.statusName, client: row.clientName },
      openedAt: toTimestamp(row.openedAt),
      ...optional('closedAt', row.closedAt === null ? undefined : toTimestamp(row.closedAt)),
      ...optional('daysApart', daysApart ?? undefined),
    })),
    articles: articles.map(({ match: { id, score, words }, row }) => ({
      ...{ id, score, words: [...words], title: row.title },
    })),
    suggestions: suggestions.map(showSuggestion),
  };
}
