import { type Server, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import { principalLabel } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { HttpCaller } from './identify-caller.ts';

/** One session of the older protocol revisions. */
export interface Session {
  readonly id: string;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly server: Server;
  readonly client: string;
  /** What the client was last told or could last see of the list of tools. */
  listedJson: string;
  caller: HttpCaller;
  lastUsedAt: number;
  openStreams: number;
}

export interface Sessions {
  /** A transport for a request that initializes; the session is kept once the client has been given its id. */
  open(caller: HttpCaller): Promise<WebStandardStreamableHTTPServerTransport>;
  /** The session with this id if it belongs to this caller: the same endpoint, application and principal. */
  find(id: string, caller: HttpCaller): Session | undefined;
  /** Closes every session that `keep` says is over, having brought its caller up to date. */
  review(keep: (session: Session) => boolean): void;
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

  const drop = (session: Session): void => {
    sessions.delete(session.id);
    void session.server.close();
  };

  const makeRoom = (): void => {
    const oldestAllowed = ports.now() - limits.idleMilliseconds;
    for (const session of sessions.values()) {
      if (session.lastUsedAt >= oldestAllowed) break;
      if (session.openStreams === 0) drop(session);
    }
    if (sessions.size < limits.maximum) return;
    const candidates = [...sessions.values()];
    const victim = candidates.find((session) => session.openStreams === 0) ?? candidates[0];
    if (victim !== undefined) drop(victim);
  };

  return {
    async open(caller) {
      const server = createServer();
      const transport = new WebStandardStreamableHTTPServerTransport({
        sessionIdGenerator: () => ports.uuid(),
        enableJsonResponse: caller.streamFraming === 'json',
        onsessioninitialized: (id) => {
          makeRoom();
          const { listedJson } = caller.catalogue;
          const { client } = caller;
          const lastUsedAt = ports.now();
          sessions.set(id, { id, transport, server, client, listedJson, caller, lastUsedAt, openStreams: 0 });
        },
        onsessionclosed: (id) => void sessions.delete(id),
      });
      await server.connect(transport);
      return transport;
    },
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
      for (const session of [...sessions.values()]) if (!keep(session)) drop(session);
    },
    get size() {
      return sessions.size;
    },
    async close() {
      const all = [...sessions.values()];
      sessions.clear();
      await Promise.all(all.map((session) => session.server.close()));
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
