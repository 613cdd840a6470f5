import type { ConversationEvent } from '../../../src-shared/api/conversations.ts';

type Snapshot = Extract<ConversationEvent, { kind: 'snapshot' }>;

export interface Followers {
  /** What happens to a conversation from now on, after how it is now, until the signal is aborted. */
  follow(id: number, signal: AbortSignal | undefined): AsyncGenerator<ConversationEvent, undefined, void>;
  tell(id: number, events: readonly ConversationEvent[]): void;
  isFollowed(id: number): boolean;
  close(): void;
}

interface Follower {
  queue: ConversationEvent[];
  /** Characters in the queue. */
  size: number;
  /** Too much came while the page was not ready: it begins anew. */
  lost: boolean;
  ended: boolean;
  wake: () => void;
}

/** What waits for one page at most; beyond it the page gets the conversation as it is by then. */
const mostEvents = 2_000;
const mostCharacters = 2_000_000;

/** Tells pages what happens in the conversations that they show. `read` answers how one is stored; it throws when it is gone. */
export function createFollowers(read: (id: number) => Snapshot): Followers {
  const followers = new Map<number, Set<Follower>>();

  const push = (follower: Follower, event: ConversationEvent): void => {
    if (follower.lost) return;
    const last = follower.queue.at(-1);
    if (event.kind === 'text' && last?.kind === 'text' && continues(last, event)) {
      follower.queue[follower.queue.length - 1] = { ...last, text: last.text + event.text };
    } else {
      follower.queue.push(event);
    }
    follower.size += event.kind === 'text' ? event.text.length : sizeOf(event);
    if (follower.queue.length <= mostEvents && follower.size <= mostCharacters) return;
    follower.lost = true;
    follower.queue = [];
    follower.size = 0;
  };

  /** Whatever waits is part of how it is now. */
  const begin = (id: number, follower: Follower): Snapshot => {
    const snapshot = read(id);
    follower.queue = [];
    follower.size = 0;
    follower.lost = false;
    return snapshot;
  };

  const run = async function* (id: number, follower: Follower): AsyncGenerator<ConversationEvent, undefined, void> {
    yield begin(id, follower);
    while (!follower.ended) {
      if (follower.lost) {
        yield begin(id, follower);
        continue;
      }
      const event = follower.queue.shift();
      if (event === undefined) {
        await new Promise<void>((resolve) => (follower.wake = resolve));
        continue;
      }
      follower.size = follower.queue.length === 0 ? 0 : follower.size - sizeOf(event);
      yield event;
      if (event.kind === 'removed') return undefined;
    }
    return undefined;
  };

  return {
    follow(id, signal) {
      const follower: Follower = { queue: [], size: 0, lost: false, ended: false, wake: () => undefined };
      const all = followers.get(id) ?? new Set();
      followers.set(id, all.add(follower));
      const end = (): void => {
        all.delete(follower);
        if (all.size === 0 && followers.get(id) === all) followers.delete(id);
        signal?.removeEventListener('abort', end);
        follower.ended = true;
        follower.wake();
      };
      if (signal?.aborted === true) end();
      else signal?.addEventListener('abort', end);
      const events = run(id, follower);
      // A generator that is told to return first waits for what it is waiting for.
      const finish = () => {
        end();
        return events.return(undefined);
      };
      return {
        async next() {
          try {
            const result = await events.next();
            if (result.done === true) end();
            return result;
          } catch (error) {
            end();
            throw error;
          }
        },
        return: finish,
        throw: (error: unknown) => {
          end();
          return events.throw(error);
        },
        [Symbol.asyncIterator]() {
          return this;
        },
        [Symbol.asyncDispose]: async () => void (await finish()),
      };
    },
    tell(id, events) {
      for (const follower of followers.get(id) ?? []) {
        for (const event of events) push(follower, event);
        follower.wake();
      }
    },
    isFollowed: (id) => followers.has(id),
    close() {
      for (const all of followers.values()) {
        for (const follower of all) {
          follower.ended = true;
          follower.wake();
        }
      }
      followers.clear();
    },
  };
}

type TextEvent = Extract<ConversationEvent, { kind: 'text' }>;

function continues(last: TextEvent, next: TextEvent): boolean {
  return last.itemId === next.itemId && last.from + last.text.length === next.from;
}

function sizeOf(event: ConversationEvent): number {
  if (event.kind === 'text') return event.text.length;
  if (event.kind !== 'item') return 500;
  const { item } = event;
  switch (item.kind) {
    case 'call':
      return 500 + item.arguments.text.length + (item.result?.text.length ?? 0);
    case 'tool-list':
      return 500;
    default:
      return 500 + item.text.length;
  }
}
