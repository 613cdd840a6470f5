import { z } from 'zod';
import type { Ports } from '../../ports.ts';
import { apiError } from './api-error.ts';
import type { CreateId, Item } from './items.ts';
import { listPage, type PageQuery } from './list-page.ts';
import { mostItems } from './most-items.ts';
import { metadata, parseItems } from './parse-request.ts';
import { parseWith } from './parse-with.ts';
import { createShelf } from './shelf.ts';

interface Conversation {
  readonly id: string;
  readonly object: 'conversation';
  /** Epoch seconds. */
  readonly created_at: number;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Kept {
  readonly conversation: Conversation;
  readonly items: readonly Item[];
}

export interface Conversations {
  create(owner: string, body: unknown): Conversation;
  get(owner: string, id: string): Conversation;
  update(owner: string, id: string, body: unknown): Conversation;
  remove(owner: string, id: string): object;
  listItems(owner: string, id: string, query: PageQuery): object;
  addItems(owner: string, id: string, body: unknown): object;
  getItem(owner: string, id: string, itemId: string): Item;
  removeItem(owner: string, id: string, itemId: string): Conversation;
  readItems(owner: string, id: string): readonly Item[];
  /** Nothing, when it was deleted meanwhile. */
  append(owner: string, id: string, items: readonly Item[]): void;
}

interface Needs {
  readonly ports: Pick<Ports, 'now'>;
  readonly createId: CreateId;
  readonly findItem: (owner: string, id: string) => Item;
}

const bounds = { mostPerOwner: 200, mostBytes: 32 * 1024 * 1024 };
const mostAdded = 20;

const creation = z.strictObject({ metadata: metadata.nullish(), items: z.array(z.unknown()).max(mostAdded).nullish() });
const change = z.strictObject({ metadata: metadata.nullable() });
const addition = z.strictObject({ items: z.array(z.unknown()).min(1).max(mostAdded) });

/** Conversations by the API's own shapes, kept in memory for the application that made them. */
export function createConversations({ ports, createId, findItem }: Needs): Conversations {
  const kept = createShelf<Kept>(bounds);

  const getKept = (owner: string, id: string): Kept => {
    const found = kept.get(owner, id);
    if (found !== undefined) return found;
    throw apiError(404, `Conversation with id '${id.slice(0, 100)}' not found.`);
  };
  const read = (owner: string, items: readonly unknown[]): readonly Item[] =>
    parseItems(items, 'items', createId, (id) => findItem(owner, id));
  const findIn = ({ items }: Kept, id: string): Item => {
    const found = items.find((item) => item.id === id);
    if (found !== undefined) return found;
    throw apiError(404, `Item with id '${id.slice(0, 100)}' not found in the conversation.`);
  };

  return {
    create(owner, body) {
      const { metadata: pairs, items } = parseWith(creation, body ?? {});
      const id = createId('conversation');
      const createdAt = Math.floor(ports.now() / 1000);
      const conversation: Conversation = { id, object: 'conversation', created_at: createdAt, metadata: pairs ?? {} };
      kept.put(owner, id, { conversation, items: read(owner, items ?? []) });
      return conversation;
    },
    get: (owner, id) => getKept(owner, id).conversation,
    update(owner, id, body) {
      const before = getKept(owner, id);
      const conversation = { ...before.conversation, metadata: parseWith(change, body).metadata ?? {} };
      kept.put(owner, id, { ...before, conversation });
      return conversation;
    },
    remove(owner, id) {
      getKept(owner, id);
      kept.remove(owner, id);
      return { id, object: 'conversation.deleted', deleted: true };
    },
    listItems: (owner, id, query) => listPage(getKept(owner, id).items, query),
    addItems(owner, id, body) {
      const before = getKept(owner, id);
      const added = read(owner, parseWith(addition, body).items);
      if (before.items.length + added.length > mostItems) {
        throw apiError(400, `A conversation has at most ${mostItems} items. Begin a new one.`, { param: 'items' });
      }
      kept.put(owner, id, { ...before, items: [...before.items, ...added] });
      return listPage(added, { order: 'asc', limit: String(mostAdded) });
    },
    getItem: (owner, id, itemId) => findIn(getKept(owner, id), itemId),
    removeItem(owner, id, itemId) {
      const before = getKept(owner, id);
      const gone = findIn(before, itemId);
      kept.put(owner, id, { ...before, items: before.items.filter((item) => item !== gone) });
      return before.conversation;
    },
    readItems: (owner, id) => getKept(owner, id).items,
    append(owner, id, items) {
      const before = kept.get(owner, id);
      if (before !== undefined) kept.put(owner, id, { ...before, items: [...before.items, ...items] });
    },
  };
}
