import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import type { Access } from '../access/create-access.ts';
import type { Endpoints } from '../domain/configuration/endpoints.ts';
import type { Ports } from '../ports.ts';
import type { Catalogues } from '../tools/catalogue.ts';
import type { EndpointTools } from '../tools/endpoint-tools.ts';
import { answerDirectly } from './answer-directly.ts';
import { answerInitialize } from './answer-initialize.ts';
import type { CallTool } from './call-tool.ts';
import { readClientName } from './client-name.ts';
import { refuse } from './framing.ts';
import { createCallerIdentification, type HttpCaller } from './identify-caller.ts';
import { errorCodes, isInitialized, isRecord, parseDirectRequest, parseInitialize } from './messages.ts';
import { createOpenStreams } from './open-streams.ts';
import type { Presence } from './presence.ts';
import { readMessage } from './read-message.ts';
import { refuseMissingScope } from './refuse-scope.ts';
import { createSdkTransports, sessionNotFoundMessage } from './sdk-transports.ts';
import { createSdkServer, describeServer } from './sdk-server.ts';
import { createSessions, type Session, type SessionLimits } from './sessions.ts';
import { createSubscriptions } from './subscriptions.ts';

export interface EndpointDoor {
  /** Answers any request to the path of an endpoint, from Host check to reply; `address` is what names a collection. */
  handle(request: IncomingMessage, response: ServerResponse, address: string | undefined): Promise<void>;
  readonly openSessions: number;
  close(): Promise<void>;
}

interface Dependencies {
  readonly access: Access;
  readonly endpoints: Endpoints;
  readonly catalogues: Catalogues;
  readonly endpointTools: Pick<EndpointTools, 'onChange'>;
  readonly callTool: CallTool;
  readonly presence: Presence;
  readonly ports: Ports;
  /** Where this server is reached, such as `http://127.0.0.1:4256`. */
  readonly origin: () => string;
  /** The program's version, which clients are told. */
  readonly version: string;
  readonly sessionLimits?: SessionLimits;
}

/** The MCP endpoint over HTTP: both protocol eras on one URL (SPEC 4). */
export function createEndpointDoor(dependencies: Dependencies): EndpointDoor {
  const { access, endpoints, endpointTools, callTool, ports, presence } = dependencies;
  const callers = createCallerIdentification(dependencies);
  const createServer = () => createSdkServer(callTool, dependencies.version);
  const sessions = createSessions(ports, createServer, dependencies.sessionLimits);
  const streams = createOpenStreams();
  const subscriptions = createSubscriptions();
  const transports = createSdkTransports(createServer, sessions, subscriptions, ports);

  /** Tells the sessions whose list of tools is no longer what they saw, and ends those that lost their access. */
  const reviewSessions = (isConcerned: (session: Session) => boolean): void => {
    sessions.review((session) => {
      if (!isConcerned(session)) return true;
      const caller = callers.again(session.caller);
      if (caller === undefined) return false;
      session.caller = caller;
      if (caller.catalogue.listedJson !== session.listedJson) {
        session.listedJson = caller.catalogue.listedJson;
        void announceTo(session);
      }
      return true;
    });
  };

  const isOf = ({ principal }: HttpCaller, applicationId: string): boolean =>
    principal.application?.id === applicationId;

  const announceTo = async (session: Session): Promise<void> => {
    try {
      await (await session.connection)?.server.sendToolListChanged();
    } catch (error) {
      ports.log.warn('A session could not be told of its new tools.', { error: String(error) });
    }
  };

  const stops = [
    presence.attach(sessions.list),
    endpoints.onChange(({ id }) => {
      subscriptions.review((caller) => (caller.endpoint.id === id ? callers.again(caller) : undefined));
      reviewSessions((session) => session.caller.endpoint.id === id);
      streams.review((caller) => caller.endpoint.id !== id || callers.again(caller) !== undefined);
    }),
    endpointTools.onChange(() => {
      const hasCustom = ({ endpoint }: HttpCaller): boolean => endpoint.settings.customTools.length > 0;
      subscriptions.review((caller) => (hasCustom(caller) ? callers.again(caller) : undefined));
      reviewSessions((session) => hasCustom(session.caller));
    }),
    access.onChange(({ applicationId }) => {
      subscriptions.review((caller) => (isOf(caller, applicationId) ? callers.again(caller) : undefined));
      reviewSessions((session) => isOf(session.caller, applicationId));
      streams.review((caller) => callers.again(caller) !== undefined);
    }),
    access.passingKeys.onEnd(() => {
      reviewSessions((session) => session.caller.isPassing);
      streams.review((caller) => !caller.isPassing || callers.again(caller) !== undefined);
    }),
  ];

  /** Whoever came with a passing key is gone when its request is: what is changed now takes nothing away from it. */
  const notePresence = (caller: HttpCaller): void => {
    if (!caller.isPassing) presence.note(caller);
  };

  const findSession = (request: IncomingMessage, caller: HttpCaller): Session | undefined => {
    const id = request.headers['mcp-session-id'];
    return typeof id === 'string' ? sessions.find(id, caller) : undefined;
  };

  const keepStream = (request: IncomingMessage, response: ServerResponse, caller: HttpCaller): void => {
    const session = findSession(request, caller);
    if (session !== undefined) session.openStreams += 1;
    const letGo = session === undefined ? presence.hold(caller) : undefined;
    streams.add(response, caller, () => {
      letGo?.();
      if (session !== undefined) session.openStreams -= 1;
    });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, caller: HttpCaller, body: unknown) => {
    const initialize = parseInitialize(body, request.headers);
    if (initialize !== undefined) {
      answerInitialize(sessions, describeServer(dependencies.version), caller, initialize, response);
      return;
    }
    const direct = parseDirectRequest(body, request.headers);
    const scopeCheck = { callTool, challenge: (scopes: readonly Scope[]) => callers.challenge(caller, scopes) };
    if (direct === undefined) {
      if (isInitialized(body, request.headers) && findSession(request, caller) !== undefined) {
        response.writeHead(202).end();
        return;
      }
      notePresence(findSession(request, caller)?.caller ?? caller);
      if (await refuseMissingScope(scopeCheck, caller, body, response)) return;
      if (isRecord(body) && body['method'] === 'subscriptions/listen') keepStream(request, response, caller);
      await transports.serve(request, response, caller, body);
      return;
    }
    const session = findSession(request, caller);
    if (session === undefined && request.headers['mcp-session-id'] !== undefined) {
      refuse(response, 404, errorCodes.sessionNotFound, sessionNotFoundMessage);
      return;
    }
    if (session !== undefined && direct.method === 'tools/list') session.listedJson = caller.catalogue.listedJson;
    notePresence(session?.caller ?? caller);
    await answerDirectly(scopeCheck, session?.caller ?? caller, direct, response);
  };

  return {
    async handle(request, response, address) {
      const caller = callers.first(request, response, address);
      if (caller === undefined) return;
      if (request.method !== 'POST') {
        if (request.method !== 'GET' && request.method !== 'DELETE') {
          const message = 'The endpoint takes POST, and within a session GET and DELETE.';
          refuse(response, 405, errorCodes.refused, message, { allow: 'GET, POST, DELETE' });
          return;
        }
        if (request.method === 'GET') keepStream(request, response, caller);
        await transports.serve(request, response, caller, undefined);
        return;
      }
      const body = await readMessage(request, response);
      if (body === undefined) return;
      const client = readClientName(body, request.headers['user-agent']);
      await answer(request, response, { ...caller, client }, body);
    },
    get openSessions() {
      return sessions.size;
    },
    async close() {
      for (const stop of stops) stop();
      streams.closeAll();
      await Promise.all([sessions.close(), transports.close()]);
    },
  };
}
