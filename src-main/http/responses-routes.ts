import type { Responses, ResponsesCaller } from '../assistants/responses/create-responses.ts';
import { describeModel, listModels } from '../assistants/responses/models.ts';

/** What a route is given: who asks, the parts of the path that stand for something, the query and the body. */
export interface ResponsesRequest {
  readonly caller: ResponsesCaller;
  /** Of the parts of the path that are an id, in their order. */
  readonly ids: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `:` stands for an id. */
  readonly path: string;
  run(request: ResponsesRequest): object;
}

/** Every address below /v1/ but the one that creates a response. */
export function listResponsesRoutes(responses: Responses, startedAt: number): readonly Route[] {
  const { conversations } = responses;
  const route = (
    method: Route['method'],
    path: string,
    run: (owner: string, request: ResponsesRequest, first: string, second: string) => object,
  ): Route => ({
    method,
    path,
    run: (request) => run(request.caller.owner, request, request.ids[0] ?? '', request.ids[1] ?? ''),
  });
  return [
    route('GET', 'models', () => listModels(startedAt)),
    route('GET', 'models/:', (_owner, _request, id) => describeModel(id, startedAt)),
    route('GET', 'responses/:', (owner, { query }, id) => responses.get(owner, id, query)),
    route('DELETE', 'responses/:', (owner, _request, id) => responses.remove(owner, id)),
    route('GET', 'responses/:/input_items', (owner, { query }, id) => responses.listInput(owner, id, query)),
    route('POST', 'responses/:/cancel', (owner, _request, id) => responses.cancel(owner, id)),
    route('POST', 'conversations', (owner, { body }) => conversations.create(owner, body)),
    route('GET', 'conversations/:', (owner, _request, id) => conversations.get(owner, id)),
    route('POST', 'conversations/:', (owner, { body }, id) => conversations.update(owner, id, body)),
    route('DELETE', 'conversations/:', (owner, _request, id) => conversations.remove(owner, id)),
    route('GET', 'conversations/:/items', (owner, { query }, id) => conversations.listItems(owner, id, query)),
    route('POST', 'conversations/:/items', (owner, { body }, id) => conversations.addItems(owner, id, body)),
    route('GET', 'conversations/:/items/:', (owner, _request, id, item) => conversations.getItem(owner, id, item)),
    route('DELETE', 'conversations/:/items/:', (owner, _request, id, item) =>
      conversations.removeItem(owner, id, item),
    ),
  ];
}
