import type {
  CallItem,
  Conversation,
  ConversationEvent,
  ConversationItem,
  ConversationTurn,
} from '../../src-shared/api/conversations.ts';
import type { ConversationSetup, TurnState } from '../../src-shared/domain/conversations.ts';
import type { AdminClient } from '../../src-main/http/admin-client.ts';

export const offlineSetup = { connectionId: 'offline', endpointId: 'default', as: 'agent:1' } as const;

/** A conversation as a page knows it that applies every event in its order. */
export interface Talk {
  readonly conversation: Conversation;
  readonly turns: readonly ConversationTurn[];
}

export type Setup = Partial<ConversationSetup>;

const over: readonly TurnState[] = ['done', 'failed', 'stopped', 'interrupted'];

/** Follows a conversation through the door, and keeps what a page would show. */
async function followTalk(client: AdminClient, id: number) {
  const stop = new AbortController();
  const stream = await client.conversations.follow({ id }, { signal: stop.signal });
  const seen: ConversationEvent[] = [];
  let talk: Talk | undefined;

  const read = async (): Promise<Talk | undefined> => {
    const { value, done } = await stream.next();
    if (done === true) throw new Error('The stream ended.');
    seen.push(value);
    talk = applyEvent(talk, value);
    return talk;
  };

  return {
    seen,
    now: () => talk,
    /** Reads on until the talk is as wanted. */
    async until<T>(wanted: (talk: Talk) => T | undefined | false): Promise<T> {
      for (;;) {
        const found = talk && wanted(talk);
        if (found !== undefined && found !== false) return found;
        await read();
      }
    },
    read,
    stop: () => stop.abort(),
  };
}

function applyEvent(talk: Talk | undefined, event: ConversationEvent): Talk | undefined {
  if (event.kind === 'snapshot') return { conversation: event.conversation, turns: event.turns };
  if (talk === undefined) throw new Error('The first event is no snapshot.');
  const { turns } = talk;
  const change = (turnId: number, items: (items: ConversationItem[]) => ConversationItem[]): Talk => ({
    ...talk,
    turns: turns.map((turn) => (turn.id === turnId ? { ...turn, items: items(turn.items) } : turn)),
  });
  switch (event.kind) {
    case 'conversation':
      return { ...talk, conversation: event.conversation };
    case 'turn': {
      const known = turns.find(({ id }) => id === event.turn.id);
      if (known !== undefined) {
        return { ...talk, turns: turns.map((turn) => (turn === known ? { ...turn, ...event.turn } : turn)) };
      }
      const others = turns.filter(({ number }) => number !== event.turn.number);
      return { ...talk, turns: [...others, { ...event.turn, items: [] }] };
    }
    case 'item':
      return change(event.item.turnId, (items) =>
        [...items.filter(({ id }) => id !== event.item.id), event.item].sort(
          (one, other) => one.position - other.position,
        ),
      );
    case 'text':
      return change(event.turnId, (items) =>
        items.map((item) => (item.id === event.itemId ? grow(item, event.from, event.text) : item)),
      );
    case 'removed':
      return undefined;
  }
}

function grow(item: ConversationItem, from: number, more: string): ConversationItem {
  const add = (text: string): { text: string; length: number } => {
    if (text.length !== from) throw new Error(`Text of item ${item.id} goes on at ${from}, and has ${text.length}.`);
    return { text: text + more, length: from + more.length };
  };
  if (item.kind === 'call') return { ...item, arguments: add(item.arguments.text) };
  if (item.kind === 'tool-list') throw new Error('A tool list has no text.');
  return { ...item, ...add(item.text) };
}

export const callsOf = (turn: ConversationTurn): CallItem[] => turn.items.filter((item) => item.kind === 'call');

export const answerOf = (turn: ConversationTurn): string =>
  turn.items.flatMap((item) => (item.kind === 'answer' ? [item.text] : [])).join('\n');

/** Conversations through a client, as a test holds them. */
export function createTalks(client: AdminClient) {
  const begin = async (setup: Setup = {}) => {
    const { id } = await client.conversations.create({ setup: { ...offlineSetup, ...setup } });
    return holdTalk(client, id);
  };
  return { begin, hold: (id: number) => holdTalk(client, id) };
}

async function holdTalk(client: AdminClient, id: number) {
  const page = await followTalk(client, id);

  /** The latest turn, once it has ended or waits. */
  const settled = (turnId: number): Promise<ConversationTurn> =>
    page.until((talk) => {
      const turn = talk.turns.find((each) => each.id === turnId);
      return turn !== undefined && [...over, 'waiting'].includes(turn.state) && turn;
    });

  const waiting = async (turnId: number): Promise<CallItem> =>
    page.until((talk) =>
      talk.turns
        .filter((turn) => turn.id === turnId)
        .flatMap(callsOf)
        .find(({ state }) => state === 'waiting'),
    );

  return {
    ...{ id, page, settled, waiting },
    async send(text: string): Promise<ConversationTurn> {
      const { turnId } = await client.conversations.send({ id, text });
      return settled(turnId);
    },
    /** Approves, and answers the turn once it has ended or waits for the next one. */
    async approve(
      call: CallItem,
      how: { remember?: 'once' | 'chat' | 'always'; of?: 'tool' | 'reads'; arguments?: string } = {},
    ): Promise<ConversationTurn> {
      const { remember = 'once', of = 'tool', ...more } = how;
      await client.conversations.decide({
        itemId: call.id,
        decision: { kind: 'approve', remember, of, ...more },
      });
      await decided(call);
      return settled(call.turnId);
    },
    async deny(call: CallItem, reason?: string): Promise<ConversationTurn> {
      await client.conversations.decide({ itemId: call.id, decision: { kind: 'deny', ...(reason && { reason }) } });
      await decided(call);
      return settled(call.turnId);
    },
    /** What the core holds, beside what the page has made of the events. */
    async compare(): Promise<{ held: Talk | undefined; shown: Talk | undefined }> {
      const other = await followTalk(client, id);
      const held = await other.until((talk) => talk);
      other.stop();
      const { state, updatedAt } = held.conversation;
      await page.until(({ conversation }) => conversation.updatedAt === updatedAt && conversation.state === state);
      return { held, shown: page.now() };
    },
  };

  function decided(call: CallItem): Promise<unknown> {
    return page.until((talk) =>
      talk.turns.flatMap(callsOf).some((item) => item.id === call.id && item.state !== 'waiting'),
    );
  }
}

export type HeldTalk = Awaited<ReturnType<typeof holdTalk>>;
