import { expect, test } from 'vitest';
import type { ConversationEvent } from '../../src-shared/api/conversations.ts';
import { createFollowers } from '../../src-main/assistants/conversations/followers.ts';

type Snapshot = Extract<ConversationEvent, { kind: 'snapshot' }>;

const snapshot = { kind: 'snapshot', conversation: { id: 1 }, turns: [] } as unknown as Snapshot;
const text = (from: number, part: string): ConversationEvent => ({
  ...{ kind: 'text', turnId: 1, itemId: 1, from, text: part, receivedAt: 0 },
});

test('a page that is slow gets what came meanwhile as one piece', async () => {
  const followers = createFollowers(() => snapshot);
  const events = followers.follow(1, undefined);
  expect((await events.next()).value).toBe(snapshot);
  for (let index = 0; index < 1000; index += 1) followers.tell(1, [text(index, 'x')]);
  expect((await events.next()).value).toMatchObject({ kind: 'text', from: 0, text: 'x'.repeat(1000) });
  followers.close();
});

test('a page that is much too slow begins anew instead of filling memory, and misses nothing after', async () => {
  let read = 0;
  const followers = createFollowers(() => ({ ...snapshot, turns: Array.from({ length: (read += 1) }) as never }));
  const events = followers.follow(1, undefined);
  await events.next();
  for (let index = 0; index < 5000; index += 1) followers.tell(1, [{ kind: 'removed' } as never, text(0, 'y')]);
  expect((await events.next()).value).toMatchObject({ kind: 'snapshot', turns: { length: 2 } });
  followers.tell(1, [text(7, 'z')]);
  expect((await events.next()).value).toEqual(text(7, 'z'));
  followers.close();
  expect((await events.next()).done).toBe(true);
});

test('nobody is told anything of a conversation that is not theirs, nor after they have left', async () => {
  const followers = createFollowers(() => snapshot);
  const stop = new AbortController();
  const events = followers.follow(1, stop.signal);
  await events.next();
  followers.tell(2, [text(0, 'other')]);
  expect(followers.isFollowed(2)).toBe(false);
  stop.abort();
  expect(followers.isFollowed(1)).toBe(false);
  expect((await events.next()).done).toBe(true);
});

test('the end of a conversation ends what follows it', async () => {
  const followers = createFollowers(() => snapshot);
  const events = followers.follow(1, undefined);
  await events.next();
  followers.tell(1, [{ kind: 'removed' }, text(0, 'late')]);
  expect((await events.next()).value).toEqual({ kind: 'removed' });
  expect((await events.next()).done).toBe(true);
  expect(followers.isFollowed(1)).toBe(false);
});
