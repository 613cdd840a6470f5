import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import type { Ports } from '../../ports.ts';
import { apiError } from './api-error.ts';
import { createBlankResponse } from './blank-response.ts';
import { checkContext, findApproved } from './check-context.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { findServer } from './find-server.ts';
import { createIds, type Item } from './items.ts';
import { listPage, type PageQuery } from './list-page.ts';
import { parseRequest } from './parse-request.ts';
import { createResponseWriter, type WireResponse } from './response-writer.ts';
import { type Decide, runResponse } from './run-response.ts';
import { createShelf } from './shelf.ts';

/** On whose behalf: what one caller keeps, no other finds. */
export interface ResponsesCaller {
  readonly owner: string;
  /** The public door's, such as `http://127.0.0.1:4256`. */
  readonly origin: string;
}

/** A request that was read and found good. */
export interface PreparedResponse {
  readonly stream: boolean;
  /** Throws what failed, after having told it; and when the signal ends it, which is told to nobody. */
  run(send: (event: ResponseStreamEvent) => void, signal: AbortSignal): Promise<WireResponse>;
}

export interface Responses {
  /** The body of POST /v1/responses. */
  prepare(body: unknown, caller: ResponsesCaller): PreparedResponse;
  get(owner: string, id: string, query: Readonly<Record<string, string>>): WireResponse;
  remove(owner: string, id: string): { readonly id: string; readonly object: 'response'; readonly deleted: true };
  listInput(owner: string, id: string, query: PageQuery): object;
  cancel(owner: string, id: string): never;
  readonly conversations: Conversations;
}

interface Kept {
  readonly response: WireResponse;
  readonly input: readonly Item[];
}

/** Memory alone: a restart forgets them, as does making room for newer ones. */
const bounds = { mostPerOwner: 500, mostBytes: 64 * 1024 * 1024 };
const mostAtATime = 16;

interface Needs {
  readonly decide: Decide;
  /** `host:port` of the servers elsewhere that may be called. */
  readonly allowedServers: () => readonly string[];
  readonly ports: Pick<Ports, 'now' | 'randomBytes' | 'log'>;
  readonly version: string;
}

/** The local server of OpenAI's Responses API, with the offline model behind it and hosted MCP tools. */
export function createResponses({ decide, allowedServers, ports, version }: Needs): Responses {
  const kept = createShelf<Kept>(bounds);
  const createId = createIds(ports);
  const running = new Map<string, number>();

  const findItem = (owner: string, id: string): Item => {
    for (const { response, input } of kept.list(owner)) {
      const found = [...input, ...(response.output as Item[])].find((item) => item.id === id);
      if (found !== undefined) return found;
    }
    throw apiError(404, `Item with id '${id.slice(0, 100)}' not found.`, { param: 'input' });
  };
  const conversations = createConversations({ ports, createId, findItem });

  const getKept = (owner: string, id: string): Kept => {
    const found = kept.get(owner, id);
    if (found !== undefined) return found;
    throw apiError(404, `Response with id '${id.slice(0, 100)}' not found.`);
  };

  /** What was said up to and with the response, the oldest first. */
  const readChain = (owner: string, last: string | undefined): Item[] => {
    const parts: (readonly Item[])[] = [];
    let id: string | null | undefined = last;
    while (id !== undefined && id !== null) {
      const found = kept.get(owner, id);
      if (found === undefined) {
        const message = `Previous response with id '${id.slice(0, 100)}' not found.`;
        throw apiError(400, message, { param: 'previous_response_id', code: 'previous_response_not_found' });
      }
      parts.unshift([...found.input, ...(found.response.output as Item[])]);
      id = found.response.previous_response_id;
    }
    return parts.flat();
  };

  const begin = (owner: string): (() => void) => {
    const count = running.get(owner) ?? 0;
    if (count >= mostAtATime) {
      const message = `Rate limit reached: this key has ${mostAtATime} responses under way. Wait until one has ended.`;
      throw apiError(429, message, { type: 'requests', code: 'rate_limit_exceeded' });
    }
    running.set(owner, count + 1);
    return () => {
      const left = (running.get(owner) ?? 1) - 1;
      if (left === 0) running.delete(owner);
      else running.set(owner, left);
    };
  };

  return {
    conversations,
    prepare(body, { owner, origin }) {
      const request = parseRequest(body, createId, (id) => findItem(owner, id));
      const { conversationId, previousResponseId, tools, input } = request;
      const before =
        conversationId === undefined
          ? readChain(owner, previousResponseId)
          : conversations.readItems(owner, conversationId);
      const context = [...before, ...input];
      checkContext(context);
      const approved = findApproved(context, tools);
      const allowance = { origin, allowed: allowedServers() };
      const servers = tools.flatMap((tool, index) =>
        tool.type === 'mcp' ? [findServer(tool, `tools[${index}]`, allowance)] : [],
      );
      return {
        stream: request.stream,
        async run(send, signal) {
          const ended = begin(owner);
          const blank = createBlankResponse(createId('response'), request, ports.now());
          const writer = createResponseWriter(blank, send);
          try {
            await runResponse(
              { decide, createId, ports, version },
              { request, context, servers, approved, writer, signal },
            );
          } finally {
            ended();
            if (!signal.aborted) {
              if (request.store) kept.put(owner, writer.response.id, { response: writer.response, input });
              if (conversationId !== undefined && writer.response.status !== 'failed') {
                conversations.append(owner, conversationId, [...input, ...writer.items]);
              }
            }
          }
          return writer.response;
        },
      };
    },
    get(owner, id, query) {
      if (query['stream'] === 'true') {
        const message =
          'Only a background response can be streamed again, and this is none. Retrieve it without stream.';
        throw apiError(400, message, { param: 'stream', code: 'invalid_value' });
      }
      return getKept(owner, id).response;
    },
    remove(owner, id) {
      getKept(owner, id);
      kept.remove(owner, id);
      return { id, object: 'response', deleted: true };
    },
    listInput(owner, id, query) {
      const { response, input } = getKept(owner, id);
      const before = readChain(owner, response.previous_response_id ?? undefined);
      return listPage([...before, ...input], query);
    },
    cancel(owner, id) {
      getKept(owner, id);
      throw apiError(400, 'Cannot cancel a synchronous response.');
    },
  };
}
