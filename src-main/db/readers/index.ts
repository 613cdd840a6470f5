import type { Database } from 'better-sqlite3';
import { prepareCallFacets, prepareCallFigures } from '../repositories/activity-figures.ts';
import { prepareFindCalls } from '../repositories/activity-query.ts';
import { prepareSuggestPrincipals } from '../repositories/principal-suggestions.ts';
import { prepareHasCommonWords } from '../../search/common-words.ts';
import { createCountedWords } from '../../search/counted-words.ts';
import { prepareFindAlike } from '../../search/find-alike.ts';
import { prepareSearchQuery } from '../../search/search-query.ts';
import { prepareCountUses } from '../repositories/record-uses.ts';
import { createRecordListRepository } from '../repositories/record-list-repository.ts';
import { prepareFindConversations } from '../repositories/conversation-search.ts';
import { createTicketListRepository } from '../repositories/ticket-list-repository.ts';
import { createTraceRepository } from '../repositories/trace-repository.ts';
import { prepareCountDesk } from './count-desk.ts';
import { prepareCountOnSteps } from './count-on-steps.ts';
import { prepareFindUsedRows } from './find-used-rows.ts';
import { prepareFindForPalette } from './find-for-palette.ts';
import { prepareListTickets } from './list-tickets.ts';

/** The reads that run on reader threads: one line per query, each prepared once per thread. */
export function prepareReaderQueries(connection: Database) {
  const counted = createCountedWords();
  const search = prepareSearchQuery(connection, { counted });
  const tickets = createTicketListRepository(connection);
  const records = createRecordListRepository(connection);
  return {
    search,
    findAlike: prepareFindAlike(connection, { counted }),
    findCalls: prepareFindCalls(connection),
    findConversations: prepareFindConversations(connection),
    callFigures: prepareCallFigures(connection),
    callFacets: prepareCallFacets(connection),
    suggestPrincipals: prepareSuggestPrincipals(connection),
    listTickets: prepareListTickets(tickets, search),
    listRecords: records.list,
    findForPalette: prepareFindForPalette(tickets, records, search),
    readTrace: createTraceRepository(connection).read,
    countUses: prepareCountUses(connection),
    findUsedRows: prepareFindUsedRows(connection),
    countDesk: prepareCountDesk(tickets),
    countOnSteps: prepareCountOnSteps(connection),
    hasCommonWords: prepareHasCommonWords(connection),
    learnWords: counted.learn,
  };
}

export type ReaderQueries = ReturnType<typeof prepareReaderQueries>;
