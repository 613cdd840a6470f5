import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { BrowserSession, BrowserSessions } from '../access/browser-sessions.ts';
import type { SignInLinks } from '../access/sign-in-links.ts';
import { readBody } from '../mcp/read-body.ts';
import { closedHeaders } from './page-headers.ts';
import { sendJson } from './send-json.ts';

const sessionHeader = 'x-workbench-session';

const signInRequest = z.strictObject({ token: z.string().max(200) });

interface Needs {
  readonly sessions: BrowserSessions;
  readonly links: SignInLinks;
}

export interface SessionRoutes {
  /** `POST` exchanges a one-time token for a session, `DELETE` signs out. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The session that the request names; undefined when it is answered: there is none. */
  identify(request: IncomingMessage, response: ServerResponse): BrowserSession | undefined;
}

export function createSessionRoutes({ sessions, links }: Needs): SessionRoutes {
  const identify = (request: IncomingMessage, response: ServerResponse): BrowserSession | undefined => {
    const secret = request.headers[sessionHeader];
    const session = typeof secret === 'string' ? sessions.find(secret) : undefined;
    if (session === undefined) refuse(response, 401, signedOut);
    return session;
  };

  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const given = await readToken(request);
    if (given === undefined) {
      const wanted = 'Send {"token": "…"} as application/json, with the token of a sign-in link.';
      return refuse(response, 400, new AppError('invalid_arguments', wanted));
    }
    try {
      links.redeem(given);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'busy') return refuse(response, 429, error, { 'retry-after': '60' });
      return refuse(response, 401, error);
    }
    sendJson(response, 200, { session: sessions.open() }, closedHeaders);
  };

  return {
    identify,
    async handle(request, response) {
      if (request.method === 'POST') return signIn(request, response);
      if (request.method !== 'DELETE') {
        const message = 'Sign in with POST, sign out with DELETE.';
        return refuse(response, 405, new AppError('invalid_arguments', message), { allow: 'POST, DELETE' });
      }
      const session = identify(request, response);
      if (session === undefined) return;
      sessions.close(session);
      response.writeHead(204, closedHeaders).end();
    },
  };
}

const signedOut = new AppError(
  'unauthorized',
  'This page is not signed in, or its session has ended. Open a new sign-in link: "halo-mcp-workbench link" makes one.',
);

/** The same in two forms: plainly, and as the typed API's client reads errors. */
export function refuse(
  response: ServerResponse,
  status: number,
  { code, message }: AppError,
  headers: Record<string, string> = {},
): void {
  const json = { defined: true, code, status, message, data: {} };
  sendJson(response, status, { code, message, json }, { ...closedHeaders, ...headers });
}

async function readToken(request: IncomingMessage): Promise<string | undefined> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  const body = await readBody(request);
  if (typeof body === 'string') return undefined;
  try {
    return signInRequest.parse(JSON.parse(body.toString())).token;
  } catch {
    return undefined;
  }
}
