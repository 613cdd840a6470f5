import { type Server, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import { principalLabel } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { HttpCaller } from './identify-caller.ts';

interface Connection {
  readonly server: Server;
  readonly transport: WebStandardStreamableHTTPServerTransport;
}

/** One session of the older protocol revisions. */
export interface Session {
  readonly id: string;
  readonly client: string;
  /** The revision agreed on. What else the client's initialize said is not kept: it may be as long as a request. */
  readonly protocolVersion: string;
  /** The SDK's side of it, from the first request that is not answered directly: most sessions never need one. */
  connection?: Promise<Connection>;
  /** What the client was last told or could last see of the list of tools. */
  listedJson: string;
  caller: HttpCaller;
  readonly openedAt: number;
  lastUsedAt: number;
  openStreams: number;
}

export interface Sessions {
  open(caller: HttpCaller, protocolVersion: string): Session;
  /** The SDK's server and transport of a session, made to stand where the client's own initialize left it. */
  connect(session: Session): Promise<Connection>;
  /** The session with this id if it belongs to this caller: the same endpoint, application and principal. */
  find(id: string, caller: HttpCaller): Session | undefined;
  /** Closes every session that `keep` says is over, having brought its caller up to date. */
  review(keep: (session: Session) => boolean): void;
  list(): Iterable<Session>;
  readonly size: number;
  close(): Promise<void>;
}

export interface SessionLimits {
  readonly maximum: number;
  readonly idleMilliseconds: number;
}

/** Beyond the maximum the session that was idle longest goes; its client is answered 404 and initializes anew. */
const defaultLimits: SessionLimits = { maximum: 1000, idleMilliseconds: 60 * 60 * 1000 };

export function createSessions(
  ports: Pick<Ports, 'uuid' | 'now'>,
  createServer: () => Server,
  limits: SessionLimits = defaultLimits,
): Sessions {
  // Ordered by last use: a touched session moves to the end.
  const sessions = new Map<string, Session>();

  const drop = async (session: Session): Promise<void> => {
    sessions.delete(session.id);
    // A connection that was never made has been told to whoever asked for it, and needs no closing.
    const connection = await session.connection?.catch(() => undefined);
    await connection?.server.close();
  };

  const connect = async (session: Session): Promise<Connection> => {
    const server = createServer();
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => session.id,
      enableJsonResponse: session.caller.streamFraming === 'json',
      onsessionclosed: (id) => void sessions.delete(id),
    });
    await server.connect(transport);
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const replayed = new Request('http://127.0.0.1/', { method: 'POST', headers });
    const clientInfo = { name: session.client, version: '' };
    const params = { protocolVersion: session.protocolVersion, capabilities: {}, clientInfo };
    const parsedBody = { jsonrpc: '2.0', id: 0, method: 'initialize', params };
    await (await transport.handleRequest(replayed, { parsedBody })).text();
    return { server, transport };
  };

  const makeRoom = (): void => {
    const oldestAllowed = ports.now() - limits.idleMilliseconds;
    for (const session of sessions.values()) {
      if (session.lastUsedAt >= oldestAllowed) break;
      if (session.openStreams === 0) void drop(session);
    }
    if (sessions.size < limits.maximum) return;
    const victim = findIdle() ?? sessions.values().next().value;
    if (victim !== undefined) void drop(victim);
  };

  const findIdle = (): Session | undefined => {
    for (const session of sessions.values()) if (session.openStreams === 0) return session;
    return undefined;
  };

  return {
    open(caller, protocolVersion) {
      makeRoom();
      const { client, catalogue } = caller;
      const session: Session = {
        id: ports.uuid(),
        client,
        protocolVersion,
        listedJson: catalogue.listedJson,
        caller,
        openedAt: ports.now(),
        lastUsedAt: ports.now(),
        openStreams: 0,
      };
      sessions.set(session.id, session);
      return session;
    },
    connect: (session) => (session.connection ??= connect(session)),
    find(id, caller) {
      const session = sessions.get(id);
      if (session === undefined || !belongsTo(session, caller)) return undefined;
      session.lastUsedAt = ports.now();
      session.caller = { ...caller, client: session.client };
      sessions.delete(id);
      sessions.set(id, session);
      return session;
    },
    review(keep) {
      for (const session of [...sessions.values()]) if (!keep(session)) void drop(session);
    },
    list: () => sessions.values(),
    get size() {
      return sessions.size;
    },
    async close() {
      await Promise.all([...sessions.values()].map(drop));
    },
  };
}

function belongsTo(session: Session, caller: HttpCaller): boolean {
  return (
    session.caller.endpoint.id === caller.endpoint.id &&
    session.caller.principal.application?.id === caller.principal.application?.id &&
    principalLabel(session.caller.principal) === principalLabel(caller.principal)
  );
}
