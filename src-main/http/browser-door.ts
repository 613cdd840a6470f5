import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { largestImportFile } from '../../src-shared/api/imports.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { type BrowserSession, createBrowserSessions } from '../access/browser-sessions.ts';
import { createSignInLinks } from '../access/sign-in-links.ts';
import { maximumBodyBytes } from '../mcp/read-body.ts';
import { importFilesPath, rpcPath } from './addresses.ts';
import { createBrowserListener } from './browser-listener.ts';
import { listenLocally } from './listen-locally.ts';
import { isOwnRequest } from './own-requests.ts';
import { closedHeaders } from './page-headers.ts';
import type { RouteContext, SignInLink } from './route-context.ts';
import { sendJson } from './send-json.ts';
import { limits, refuseUnreadable } from './server-limits.ts';
import { createSessionRoutes, refuse } from './session-routes.ts';

export interface BrowserDoor {
  readonly url: string;
  /** A link by which one page in a browser signs in, once. */
  createLink(): SignInLink;
  close(): Promise<void>;
}

export interface BrowserDoorOptions {
  /** 0 is any that is free. */
  readonly port: number;
  /** The folder of the built pages. */
  readonly ui: string;
}

const reviewInterval = 30_000;

/** In milliseconds, for a request to arrive: a file of 4 GB may come from a slow disk. */
const requestTimeout = 3_600_000;

/** Sent by a page that nobody has touched for a while. */
const unattendedHeader = 'x-workbench-unattended';

/** The admin door and its pages for a browser on this machine, behind a sign-in. No cookie: cookies ignore ports. */
export async function openBrowserDoor(context: RouteContext, options: BrowserDoorOptions): Promise<BrowserDoor> {
  const { ports, database, settings } = context.core;
  const underWay = new Map<ServerResponse, { readonly session: BrowserSession; isStream: boolean }>();
  const hangUp = (which: (session: BrowserSession) => boolean): void => {
    for (const [response, { session, isStream }] of underWay) if (isStream && which(session)) response.destroy();
  };
  const sessions = createBrowserSessions(database, ports, {
    idle: () => settings.get().idleMinutes * 60_000,
    ended: (ended) => hangUp((session) => session === ended),
  });
  const links = createSignInLinks(ports);
  const signIn = createSessionRoutes({ sessions, links });
  // A page that only listens for events does nothing; one that waits for an answer is not idle.
  const review = (): void =>
    sessions.closeIdle((idle) => [...underWay.values()].some(({ session, isStream }) => session === idle && !isStream));
  const listen = createBrowserListener(context, options.ui, (response) => {
    const kept = underWay.get(response);
    if (kept !== undefined) kept.isStream = true;
  });

  const keep = (session: BrowserSession, request: IncomingMessage, response: ServerResponse): void => {
    const entry = { session, isStream: false };
    // What a page reads anew because something happened says nothing about whether anybody sits before it.
    const isAttended = request.headers[unattendedHeader] === undefined;
    underWay.set(response, entry);
    response.once('close', () => {
      underWay.delete(response);
      if (entry.isStream || !isAttended) return;
      try {
        sessions.recordUse(session);
      } catch (error) {
        ports.log.warn('The use of a session could not be written down.', { error });
      }
    });
  };

  let port = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnRequest(request.headers, port)) {
      const message = 'This Host or Origin may not use the workbench: only its own page on this machine may.';
      return refuse(response, 403, new AppError('not_allowed', message));
    }
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    review();
    if (path === '/session') return signIn.handle(request, response);
    // What is not exactly below this path never reaches the API, however it is spelled.
    const isFile = path === importFilesPath && request.method === 'PUT';
    if (!isFile && !path.startsWith(`${rpcPath}/`)) return listen.pages(request, response);
    const session = signIn.identify(request, response);
    if (session === undefined || refuseBody(request, response, isFile ? largestImportFile : maximumBodyBytes)) return;
    keep(session, request, response);
    await listen.api(request, response);
  };

  const server = createServer({ ...limits, requestTimeout }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      ports.log.error('A request of a page failed unexpectedly.', { path: request.url, error });
      if (response.headersSent) response.destroy();
      else
        sendJson(response, 500, { message: 'The request failed because of a fault in the workbench.' }, closedHeaders);
    });
  });
  server.on('clientError', refuseUnreadable);
  const running = await listenLocally(server, { port: options.port, option: '--ui-port' }, ports.log);
  port = running.port;
  const timer = setInterval(review, reviewInterval).unref();

  return {
    url: running.url,
    createLink() {
      const { token, expiresAt } = links.create();
      return { url: `${running.url}/#token=${token}`, expiresAt };
    },
    async close() {
      clearInterval(timer);
      const stopped = running.stop();
      hangUp(() => true);
      await stopped;
    },
  };
}

/** Whether the request was refused because of its body. A browser always says how long it is. */
function refuseBody({ headers }: IncomingMessage, response: ServerResponse, most: number): boolean {
  if (headers['transfer-encoding'] !== undefined) {
    refuse(response, 411, new AppError('invalid_arguments', 'Say how long the body is: send Content-Length.'));
    return true;
  }
  if (Number(headers['content-length'] ?? 0) <= most) return false;
  // Otherwise the rest of the body would be read as the next request.
  const message = `The request is larger than ${most === maximumBodyBytes ? '4 MiB' : '4 GiB'}. Send less at once.`;
  refuse(response, 413, new AppError('too_large', message), { connection: 'close' });
  return true;
}
