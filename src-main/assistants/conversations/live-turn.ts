import { performance } from 'node:perf_hooks';
import { type ConversationEvent, longestShownText } from '../../../src-shared/api/conversations.ts';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import type { ChangeSets } from '../../db/change-sets.ts';
import type { ExchangeEventRow, ExchangeRow } from '../../db/repositories/exchange-repository.ts';
import type { TurnItemRow } from '../../db/repositories/turn-item-repository.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import { cutText, describeItem } from './describe-item.ts';
import { describeConversation, describeTurn, readSetup } from './describe-turn.ts';
import type { Followers } from './followers.ts';
import { type ItemFacts, type ItemKind, readFacts } from './item-facts.ts';
import type { ConversationStore } from './store.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An item while its turn runs. It has an id from the first flush after it was added. */
export interface LiveItem extends Mutable<Omit<TurnItemRow, 'facts' | 'kind'>> {
  kind: ItemKind;
  facts: ItemFacts;
}

export interface LiveTurn {
  readonly row: Mutable<TurnRow>;
  readonly setup: ConversationSetup;
  readonly items: readonly LiveItem[];
  readonly stop: AbortController;
  add(item: Pick<LiveItem, 'kind' | 'exchange'> & Partial<LiveItem>): LiveItem;
  /** The item is not what it was, other than by more text at its end. */
  changed(item: LiveItem): void;
  append(item: LiveItem, text: string, receivedAt: number): void;
  rowChanged(): void;
  /** An event of an exchange, to be kept as it came. */
  record(event: ExchangeEventRow): void;
  exchangeChanged(row: ExchangeRow): void;
  /** A text in which the conversation is found. */
  index(text: string): void;
  /** Writes what is not written yet, and then tells it to pages. */
  flush(): void;
}

interface Needs {
  readonly changeSets: Pick<ChangeSets, 'inTraceTransaction' | 'inUnhurriedTransaction'>;
  readonly store: ConversationStore;
  readonly followers: Pick<Followers, 'tell' | 'isFollowed'>;
}

/** What comes within this many milliseconds is written and told together. The first of it does not wait. */
const together = 8;

/** A turn that runs, in memory and on disk: nothing is told to a page that is not written before. */
export function createLiveTurn({ changeSets, store, followers }: Needs, stored: TurnRow): LiveTurn {
  const row: Mutable<TurnRow> = { ...stored };
  const { conversationId } = row;
  const items: LiveItem[] = store.items
    .listWhole([row.id])
    .map((item) => ({ ...item, kind: item.kind as ItemKind, facts: readFacts(item.facts) }));
  const stop = new AbortController();

  const dirty = new Set<LiveItem>();
  /** Items that only grew, and from which character on pages do not know them. */
  const grown = new Map<LiveItem, { from: number; receivedAt: number }>();
  let events: ExchangeEventRow[] = [];
  let exchange: ExchangeRow | undefined;
  let texts: string[] = [];
  let isRowDirty = false;
  let toldSums = '';
  let timer: NodeJS.Timeout | undefined;
  let flushedAt = 0;

  const write = (): void => {
    for (const event of events) store.exchanges.insertEvent(event);
    if (exchange !== undefined) store.exchanges.update(exchange);
    for (const item of new Set([...dirty, ...grown.keys()])) {
      const full = { ...item, facts: JSON.stringify(item.facts) };
      if (item.id === 0) item.id = store.items.insert(full);
      else store.items.update(full);
    }
    for (const text of texts) store.index.add(conversationId, text);
    if (isRowDirty) store.turns.update(row);
  };

  const tellRow = (told: ConversationEvent[]): void => {
    if (!isRowDirty) return;
    told.push({ kind: 'turn', turn: describeTurn(row) });
    // What a conversation is told with changes with its turn's state and tokens alone.
    const sums = `${row.state} ${row.inputTokens} ${row.outputTokens}`;
    const line = sums === toldSums ? undefined : store.conversations.find(conversationId);
    if (line !== undefined) told.push({ kind: 'conversation', conversation: describeConversation(line) });
    toldSums = sums;
  };

  const tell = (): void => {
    if (!followers.isFollowed(conversationId)) return;
    const told: ConversationEvent[] = [];
    // A turn goes on before its items do, and ends after them.
    if (row.state === 'running') tellRow(told);
    for (const item of dirty) told.push({ kind: 'item', item: describeItem(measure(item)) });
    for (const [item, { from, receivedAt }] of grown) {
      if (dirty.has(item)) continue;
      const text = item.text.slice(from, longestShownText);
      if (text !== '') told.push({ kind: 'text', turnId: row.id, itemId: item.id, from, text, receivedAt });
    }
    if (row.state !== 'running') tellRow(told);
    followers.tell(conversationId, told);
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    flushedAt = performance.now();
    const isClean =
      events.length + dirty.size + grown.size + texts.length === 0 && !isRowDirty && exchange === undefined;
    if (isClean) return;
    // What is over, or waits for a person, is on the disk before anybody is told.
    if (row.state === 'running') changeSets.inUnhurriedTransaction(write);
    else changeSets.inTraceTransaction(write);
    tell();
    events = [];
    exchange = undefined;
    texts = [];
    dirty.clear();
    grown.clear();
    isRowDirty = false;
  };

  const flushSoon = (): void => {
    if (timer !== undefined) return;
    const wait = Math.max(0, flushedAt + together - performance.now());
    timer = setTimeout(() => {
      try {
        flush();
      } catch (error) {
        // As on a full disk: the turn ends with it.
        stop.abort(error);
      }
    }, wait);
  };

  return {
    ...{ row, items, stop, flush },
    setup: readSetup(row.setup),
    add(part) {
      const item: LiveItem = {
        ...{ id: 0, turnId: row.id, position: items.length + 1, replyExchange: null, state: null, facts: {}, text: '' },
        ...{ result: null, wire: null, reply: null },
        ...part,
      };
      items.push(item);
      dirty.add(item);
      flushSoon();
      return item;
    },
    changed(item) {
      dirty.add(item);
      flushSoon();
    },
    append(item, text, receivedAt) {
      if (!grown.has(item)) grown.set(item, { from: item.text.length, receivedAt });
      item.text += text;
      flushSoon();
    },
    rowChanged() {
      isRowDirty = true;
      flushSoon();
    },
    record(event) {
      events.push(event);
      flushSoon();
    },
    exchangeChanged(changed) {
      exchange = changed;
      flushSoon();
    },
    index: (text) => void (text.trim() !== '' && texts.push(text)),
  };
}

function measure(item: LiveItem) {
  return { ...item, text: cutText(item.text), textLength: item.text.length, resultLength: item.result?.length ?? null };
}
