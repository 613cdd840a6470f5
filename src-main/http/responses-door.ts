import type { IncomingMessage, ServerResponse } from 'node:http';
import { principalLabel } from '../domain/principal.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { PreparedResponse, ResponsesCaller } from '../assistants/responses/create-responses.ts';
import { apiError, describeApiFailure, fault, readApiError } from '../assistants/responses/api-error.ts';
import { frameEvent } from '../assistants/responses/frame-event.ts';
import { readBody } from '../mcp/read-body.ts';
import { measureJsonDepth } from './json-depth.ts';
import { listResponsesRoutes } from './responses-routes.ts';
import type { DoorCore } from './route-context.ts';
import { sendJson } from './send-json.ts';

type Needs = Pick<DoorCore, 'access' | 'database' | 'ports' | 'responses' | 'startedAt'>;

export type HandleResponses = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

/** OpenAI's Responses API below /v1/, for whoever has a static key. Host and Origin are checked before. */
export function createResponsesDoor(core: Needs, origin: () => string): HandleResponses {
  const { access, database, ports, responses, startedAt } = core;
  const routes = listResponsesRoutes(responses, startedAt);

  const identify = ({ headers, socket }: IncomingMessage): ResponsesCaller => {
    const { principal, keyId } = authenticate(core, headers.authorization);
    const use = { keyId, at: ports.now(), from: socket.remoteAddress ?? '' };
    database.inTransaction(() => access.recordUse([use]));
    return { owner: `${keyId} ${principalLabel(principal)}`, origin: origin() };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    const caller = identify(request);
    const { method = 'GET', url = '' } = request;
    const parts = path.slice('/v1/'.length).split('/');
    const body = method === 'POST' ? await readJson(request) : undefined;
    if (method === 'POST' && path === '/v1/responses') {
      return answerPrepared(responses.prepare(body, caller), response);
    }
    const there = routes.flatMap((route) => {
      const ids = matchPath(route.path, parts);
      return ids === undefined ? [] : [{ route, ids }];
    });
    const found = there.find(({ route }) => route.method === method);
    if (found === undefined) throw notThere(method, path, there.length > 0 || path === '/v1/responses');
    const query = Object.fromEntries(new URLSearchParams(url.split('?', 2)[1] ?? ''));
    sendJson(response, 200, found.route.run({ caller, ids: found.ids, query, body }));
  };

  return async (request, response, path) => {
    response.setHeader('x-request-id', `req_${ports.uuid().replaceAll('-', '')}`);
    try {
      await answer(request, response, path);
    } catch (error) {
      if (response.destroyed || response.writableEnded) return;
      const { status, body } = describeApiFailure(error) ?? { status: 500, body: fault };
      if (body === fault) ports.log.error('A request of the Responses API failed unexpectedly.', { path, error });
      if (response.headersSent) return void response.end();
      sendJson(response, status, { error: body });
    }
  };
}

async function answerPrepared(prepared: PreparedResponse, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  if (!prepared.stream) return sendJson(response, 200, await prepared.run(() => undefined, gone.signal));
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  try {
    await prepared.run((event) => {
      response.write(frameEvent(event));
    }, gone.signal);
  } catch (error) {
    // What was expected has been told as an event.
    if (!gone.signal.aborted && readApiError(error) === undefined) throw error;
  }
  response.end();
}

function authenticate({ access }: Needs, authorization: string | undefined) {
  if (authorization === undefined || authorization.trim() === '') {
    throw apiError(
      401,
      "You didn't provide an API key. Send a key of this workbench in an Authorization header: Authorization: Bearer KEY.",
    );
  }
  try {
    const { principal, keyId } = access.authenticate({ authorization });
    // An access token was issued for one MCP endpoint, as a passing key was, and is good for nothing else.
    if (keyId !== undefined) return { principal, keyId };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
    throw apiError(401, `Incorrect API key provided. ${error.message}`, { code: 'invalid_api_key' });
  }
  throw apiError(
    401,
    'Incorrect API key provided. This opens an MCP endpoint alone: send a static key of this workbench.',
    {
      code: 'invalid_api_key',
    },
  );
}

const deepestJson = 64;

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request);
  if (body === 'aborted') throw apiError(400, 'The request ended before its body was whole.');
  if (body === 'too-large') throw apiError(413, 'The body is larger than 4 MiB. Send less at a time.');
  if (body.length === 0) return undefined;
  const text = body.toString('utf8');
  if (measureJsonDepth(text) > deepestJson) {
    throw apiError(400, `The body nests more than ${deepestJson} arrays and objects. Send it with fewer levels.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw apiError(400, 'We could not parse the JSON body of your request. It must be one valid JSON object.');
  }
}

function matchPath(pattern: string, parts: readonly string[]): string[] | undefined {
  const wanted = pattern.split('/');
  if (wanted.length !== parts.length) return undefined;
  const ids: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const given = parts[index] ?? '';
    if (part === ':' && /^[\w.:-]{1,256}$/.test(given)) ids.push(given);
    else if (part !== given) return undefined;
  }
  return ids;
}

function notThere(method: string, path: string, otherMethods: boolean): AppError {
  const shown = path.slice(0, 200);
  if (!otherMethods) return apiError(404, `Invalid URL (${method} ${shown})`);
  return apiError(
    405,
    `Not allowed to ${method} on ${shown}. (HINT: Perhaps you meant to use a different HTTP method?)`,
  );
}
