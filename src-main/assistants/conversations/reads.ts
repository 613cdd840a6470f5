import {
  type ApprovalGrant,
  type Conversation,
  type ConversationEvent,
  type ConversationTurn,
  type Exchange,
  longestShownText,
  type RawEvent,
} from '../../../src-shared/api/conversations.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ReaderPool } from '../../db/readers/reader-pool.ts';
import type { ExchangeRow } from '../../db/repositories/exchange-repository.ts';
import { cutText } from './describe-item.ts';
import { describeConversation, readSetup } from './describe-turn.ts';
import { exportConversation } from './export-conversation.ts';
import { getConversation } from './get-conversation.ts';
import { getItem, getTurn } from './get-turn.ts';
import type { Failure } from './item-facts.ts';
import { listExchanges } from './list-exchanges.ts';
import { readTurns } from './read-turns.ts';
import { rebuildRequest } from './rebuild-request.ts';
import type { ConversationStore } from './store.ts';
import type { ToolAccess } from './tool-access.ts';

/** Of a snapshot; a page asks for those before. */
const mostTurns = 30;
/** Characters of texts in a snapshot, from which on it holds no further turn. */
const mostText = 2_000_000;

/** What pages ask about conversations. */
export function createConversationReads(
  store: ConversationStore,
  readers: Pick<ReaderPool, 'run'>,
  tools: Pick<ToolAccess, 'nameOf' | 'open'>,
) {
  const { conversations, turns, exchanges, grants } = store;

  const getExchange = (id: number): ExchangeRow => {
    const found = exchanges.find(id);
    if (found !== undefined) return found;
    throw new AppError('not_found', 'This request is gone, with its conversation.');
  };

  return {
    async list({ search = '', offset, limit }: { search?: string | undefined; offset: number; limit: number }) {
      if (!/[\p{L}\p{N}]/u.test(search)) {
        const rows = search.trim() === '' ? conversations.list(limit, offset).map(describeConversation) : [];
        return { rows, total: search.trim() === '' ? conversations.count() : 0 };
      }
      const found = await readers.run('findConversations', { text: search, offset, limit });
      const excerpts = new Map(found.rows.map(({ id, excerpt }) => [id, excerpt]));
      const rows = conversations.listSome([...excerpts.keys()]).map((line) => ({
        ...describeConversation(line),
        excerpt: excerpts.get(line.id) ?? '',
      }));
      return { rows, total: found.total };
    },
    get(id: number): Conversation & { beside: Conversation[] } {
      const line = getConversation(store, id);
      const beside = line.comparisonId === null ? [] : conversations.listBeside(line.comparisonId, id);
      return { ...describeConversation(line), beside: beside.map(describeConversation) };
    },
    snapshot(id: number): Extract<ConversationEvent, { kind: 'snapshot' }> {
      const conversation = describeConversation(getConversation(store, id));
      const shown: ConversationTurn[] = [];
      let size = 0;
      for (const row of turns.listBefore(id, Number.MAX_SAFE_INTEGER, mostTurns)) {
        if (size > mostText) break;
        const [turn] = readTurns(store, [row]);
        if (turn === undefined) continue;
        shown.unshift(turn);
        size += measure(turn);
      }
      return { kind: 'snapshot', conversation, turns: shown };
    },
    turns: (id: number, before: number, limit: number): ConversationTurn[] => {
      getConversation(store, id);
      return readTurns(store, turns.listBefore(id, before, limit));
    },
    attempts(turnId: number): ConversationTurn[] {
      const { conversationId, number } = getTurn(store, turnId);
      return readTurns(
        store,
        turns.listAttempts(conversationId, number).filter(({ id }) => id !== turnId),
      );
    },
    itemText(itemId: number, of: 'text' | 'arguments' | 'result'): string {
      const { text, result } = getItem(store, itemId);
      return of === 'result' ? (result ?? '') : text;
    },
    grants: (conversationId = 0): ApprovalGrant[] =>
      grants.list(conversationId).map((grant) => {
        const endpointName = tools.nameOf(grant.endpointId);
        return {
          ...{ id: grant.id, endpointId: grant.endpointId, createdAt: toTimestamp(grant.createdAt) },
          ...(endpointName !== undefined && { endpointName }),
          ...(grant.conversationId !== null && { conversationId: grant.conversationId }),
          ...(grant.tool !== null && { tool: grant.tool }),
        };
      }),
    exchanges(turnId: number): Exchange[] {
      getTurn(store, turnId);
      return listExchanges(store, turnId).map(describeExchange);
    },
    /** The body that was sent, put together again. */
    request(exchangeId: number): { url: string; body: string } {
      const row = getExchange(exchangeId);
      return { url: row.url, body: rebuildRequest(store, row) };
    },
    events(exchangeId: number, after: number, limit: number): RawEvent[] {
      getExchange(exchangeId);
      return exchanges
        .listEvents(exchangeId, after, limit, longestShownText)
        .map(({ number, atMs, type, text, length }) => ({
          ...{ number, at: atMs, type, text: cutText(text), length },
        }));
    },
    export(id: number, format: 'responses' | 'markdown'): { fileName: string; text: string } {
      const line = getConversation(store, id);
      return exportConversation({ store, tools }, line, readSetup(line.setup), format);
    },
  };
}

function describeExchange(row: ExchangeRow): Exchange {
  const { id, number, startedAt, status, firstEventMs, endedMs, events, serverRequestId, error } = row;
  return {
    ...{ id, number, events, startedAt: toTimestamp(startedAt) },
    ...(status !== null && { status }),
    ...(firstEventMs !== null && { firstEventAt: firstEventMs }),
    ...(endedMs !== null && { endedAt: endedMs }),
    ...(serverRequestId !== null && { requestId: serverRequestId }),
    ...(error !== null && { error: JSON.parse(error) as Failure }),
  };
}

function measure({ prompt, items }: ConversationTurn): number {
  return items.reduce((sum, item) => {
    if (item.kind === 'call') return sum + item.arguments.text.length + (item.result?.text.length ?? 0);
    return sum + (item.kind === 'tool-list' ? 0 : item.text.length);
  }, prompt.text.length);
}
