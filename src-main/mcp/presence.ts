import { type Principal, principalLabel } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { Caller } from './call-tool.ts';
import type { Session } from './sessions.ts';

/** One client of an endpoint: everything that came with the same name, application and principal. */
export interface ConnectedClient {
  readonly endpointId: string;
  readonly client: string;
  readonly principal: Principal;
  readonly era: string;
  readonly since: number;
  readonly lastRequestAt: number;
  readonly sessions: number;
  readonly openStreams: number;
}

export interface Presence {
  /** Notes a request of the caller, who counts as connected for five minutes. */
  note(caller: Caller): void;
  /** Notes that the caller holds a stream open, until what is returned is called. */
  hold(caller: Caller): () => void;
  /** Where the sessions are, while a door is open. Returns how to take them away again. */
  attach(list: () => Iterable<Session>): () => void;
  /** Connected clients, latest request first. */
  list(): ConnectedClient[];
  counts(): { readonly sessions: number; readonly clients: number };
}

interface Sighting {
  readonly since: number;
  readonly caller: Caller;
  readonly at: number;
  readonly streams: number;
}

const attention = 5 * 60_000;
/** Beyond it the one that was seen longest ago is forgotten: a client may call itself anything. */
const mostSightings = 2000;

/** Who is using the endpoints now. Clients of the newer era have no session, so requests are remembered for a while. */
export function createPresence(ports: Pick<Ports, 'now'>): Presence {
  // Ordered by last sight.
  const sightings = new Map<string, Sighting>();
  const sources = new Set<() => Iterable<Session>>();

  const see = (caller: Caller, streams: number): void => {
    const key = keyOf(caller, caller.client);
    const before = sightings.get(key);
    const at = ports.now();
    const known = before !== undefined && isPresent(before, at) ? before : undefined;
    sightings.delete(key);
    const held = Math.max(0, (before?.streams ?? 0) + streams);
    sightings.set(key, { since: known?.since ?? at, caller, at, streams: held });
    const [oldest] = sightings.keys();
    if (sightings.size > mostSightings && oldest !== undefined) sightings.delete(oldest);
  };

  const list = (): ConnectedClient[] => {
    const now = ports.now();
    const clients = new Map<string, ConnectedClient>();
    for (const [key, sighting] of sightings) {
      if (isPresent(sighting, now)) clients.set(key, fromSighting(sighting));
    }
    for (const source of sources) {
      for (const session of source()) {
        const key = keyOf(session.caller, session.client);
        clients.set(key, withSession(clients.get(key), session));
      }
    }
    return [...clients.values()].sort((one, other) => other.lastRequestAt - one.lastRequestAt);
  };

  return {
    note: (caller) => see(caller, 0),
    hold: (caller) => {
      see(caller, 1);
      return () => see(caller, -1);
    },
    attach: (source) => {
      sources.add(source);
      return () => void sources.delete(source);
    },
    list,
    counts() {
      const clients = list();
      return { clients: clients.length, sessions: clients.reduce((sum, { sessions }) => sum + sessions, 0) };
    },
  };
}

const isPresent = ({ at, streams }: Sighting, now: number): boolean => streams > 0 || at >= now - attention;

function keyOf({ endpoint, principal }: Caller, client: string): string {
  return `${endpoint.id} ${principal.application?.id ?? ''} ${principalLabel(principal)} ${client}`;
}

function fromSighting({ caller, since, at, streams }: Sighting): ConnectedClient {
  const { endpoint, client, principal, era } = caller;
  return {
    ...{ endpointId: endpoint.id, client, principal, era },
    ...{ since, lastRequestAt: at, sessions: 0, openStreams: streams },
  };
}

function withSession(known: ConnectedClient | undefined, session: Session): ConnectedClient {
  const { caller, client, openedAt, lastUsedAt, openStreams } = session;
  return {
    endpointId: caller.endpoint.id,
    client,
    principal: caller.principal,
    era: session.protocolVersion,
    since: Math.min(known?.since ?? openedAt, openedAt),
    lastRequestAt: Math.max(known?.lastRequestAt ?? 0, lastUsedAt),
    sessions: (known?.sessions ?? 0) + 1,
    openStreams: (known?.openStreams ?? 0) + openStreams,
  };
}
