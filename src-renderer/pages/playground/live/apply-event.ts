import {
  longestShownText,
  type CallItem,
  type Conversation,
  type ConversationEvent,
  type ConversationItem,
  type ConversationTurn,
} from '../../../../src-shared/api/conversations.ts';
import { findTicketNumbers } from './find-ticket-numbers.ts';

/** A conversation as a page has it: the turns by number, of which older ones may not be here yet. */
export interface ConversationState {
  readonly conversation: Conversation;
  readonly turns: Readonly<Record<number, ConversationTurn>>;
  /** The lowest number of a turn that is here, and the highest of all. */
  readonly first: number;
  readonly count: number;
  /** Tickets that its calls were about, or found. */
  readonly tickets: ReadonlySet<number>;
}

type AppliedEvent = Exclude<ConversationEvent, { readonly kind: 'removed' }>;

/** Applies an event; parts that it does not touch stay the same objects, so that they need not be drawn anew. */
export function applyEvent(state: ConversationState | undefined, event: AppliedEvent): ConversationState | undefined {
  if (event.kind === 'snapshot') return takeSnapshot(state, event.conversation, event.turns);
  if (state === undefined) return undefined;
  switch (event.kind) {
    case 'conversation':
      return { ...state, conversation: event.conversation, count: Math.max(state.count, event.conversation.turns) };
    case 'turn':
      return withTurn(state, event.turn);
    case 'item':
      return changeTurn(state, event.item.turnId, (turn) => ({ ...turn, items: withItem(turn.items, event.item) }));
    case 'text':
      return changeTurn(state, event.turnId, (turn) => {
        const index = turn.items.findIndex(({ id }) => id === event.itemId);
        const item = turn.items[index];
        return item === undefined ? turn : { ...turn, items: turn.items.with(index, withText(item, event)) };
      });
  }
}

/** Adds turns from before the first one that is here. */
export function addOlderTurns(state: ConversationState, older: readonly ConversationTurn[]): ConversationState {
  const missing = older.filter(({ number }) => state.turns[number] === undefined);
  const turns = { ...Object.fromEntries(missing.map((turn) => [turn.number, turn])), ...state.turns };
  const first = Math.min(state.first, ...missing.map(({ number }) => number));
  return { ...state, turns, first, tickets: withTickets(state.tickets, missing) };
}

function takeSnapshot(
  before: ConversationState | undefined,
  conversation: Conversation,
  latest: readonly ConversationTurn[],
): ConversationState {
  const oldest = Math.min(...latest.map(({ number }) => number));
  // What is older than a snapshot does not change any more.
  const kept = Object.values(before?.turns ?? {}).filter(({ number }) => number < oldest);
  const first = Math.min(oldest, ...kept.map(({ number }) => number));
  const turns = Object.fromEntries([...kept, ...latest].map((turn) => [turn.number, turn]));
  const count = Math.max(conversation.turns, ...latest.map(({ number }) => number));
  return { conversation, turns, first, count, tickets: withTickets(before?.tickets ?? new Set(), latest) };
}

function withTurn(state: ConversationState, turn: Omit<ConversationTurn, 'items'>): ConversationState {
  const before = state.turns[turn.number];
  if (before !== undefined && before.attempt > turn.attempt) return state;
  const items = before?.id === turn.id ? before.items : [];
  const turns = { ...state.turns, [turn.number]: { ...turn, items } };
  const [first, count] = [Math.min(state.first, turn.number), Math.max(state.count, turn.number)];
  return { ...state, turns, first, count };
}

function changeTurn(
  state: ConversationState,
  id: number,
  change: (turn: ConversationTurn) => ConversationTurn,
): ConversationState {
  // What happens happens to the latest, nearly always.
  for (let number = state.count; number > 0; number -= 1) {
    const turn = state.turns[number];
    if (turn?.id !== id) continue;
    const changed = change(turn);
    if (changed === turn) return state;
    return { ...state, turns: { ...state.turns, [number]: changed }, tickets: withTickets(state.tickets, [changed]) };
  }
  return state;
}

function withItem(items: readonly ConversationItem[], item: ConversationItem): ConversationItem[] {
  const others = items.filter(({ id }) => id !== item.id);
  const place = others.findIndex(({ position }) => position > item.position);
  return place < 0 ? [...others, item] : others.toSpliced(place, 0, item);
}

type TextEvent = Extract<ConversationEvent, { readonly kind: 'text' }>;

function withText(item: ConversationItem, event: TextEvent): ConversationItem {
  if (item.kind === 'call') return { ...item, arguments: append(item.arguments, event) };
  if (item.kind === 'tool-list') return item;
  return { ...item, ...append(item, event) };
}

/** What is known already is not taken twice; what is beyond the shown part is only counted. */
function append({ text, length }: CallItem['arguments'], event: TextEvent): CallItem['arguments'] {
  const end = event.from + event.text.length;
  if (end <= length) return { text, length };
  const added = event.from > text.length ? '' : event.text.slice(text.length - event.from);
  return { text: (text + added).slice(0, longestShownText), length: end };
}

function withTickets(known: ReadonlySet<number>, turns: readonly ConversationTurn[]): ReadonlySet<number> {
  const found = turns.flatMap(({ items }) => items.flatMap(findTicketNumbers)).filter((id) => !known.has(id));
  return found.length === 0 ? known : new Set([...known, ...found]);
}
