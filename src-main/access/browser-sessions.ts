import type { ChangeSets } from '../db/change-sets.ts';
import { createBrowserSessionRepository } from '../db/repositories/browser-session-repository.ts';
import type { WorkbenchDatabase } from '../db/open-database.ts';
import type { Ports } from '../ports.ts';
import { createSessionSecret, findBySecret } from './secrets.ts';

/** A page in a browser that has signed in. */
export interface BrowserSession {
  readonly hash: Buffer;
}

export interface BrowserSessions {
  /** Returns the session's secret, kept nowhere else. The session that was left unused longest gives way to it. */
  open(): string;
  find(secret: string): BrowserSession | undefined;
  /** Counts as activity: the idle time begins anew. */
  recordUse(session: BrowserSession): void;
  close(session: BrowserSession): void;
  /** Ends those that were idle for too long, except those that `isBusy`. */
  closeIdle(isBusy: (session: BrowserSession) => boolean): void;
}

interface Options {
  /** Milliseconds without a request after which a session ends; asked anew each time. */
  readonly idle: () => number;
  /** Called when a session has ended, whatever ended it. */
  readonly ended: (session: BrowserSession) => void;
}

interface Session extends BrowserSession {
  lastUsedAt: number;
  /** The last use that the file knows. */
  writtenAt: number;
}

const mostSessions = 20;

/** How much idle time the file may not know of, in milliseconds: every request would otherwise be a write. */
const writeInterval = 60_000;

/** The sessions of pages in a browser. They survive a restart, so that a page that is open goes on where it was. */
export function createBrowserSessions(
  { connection, inTraceTransaction }: Pick<WorkbenchDatabase, 'connection'> & Pick<ChangeSets, 'inTraceTransaction'>,
  ports: Pick<Ports, 'now' | 'randomBytes'>,
  { idle, ended }: Options,
): BrowserSessions {
  const repository = createBrowserSessionRepository(connection);
  const sessions = new Set<Session>(
    repository.list().map(({ hash, lastUsedAt }) => ({ hash, lastUsedAt, writtenAt: lastUsedAt })),
  );
  // Nothing else that is kept in memory depends on these rows, hence the kind of transaction.
  const write = (work: () => void): void => inTraceTransaction(work);

  const close = (session: BrowserSession): void => {
    write(() => repository.remove(session.hash));
    sessions.delete(session as Session);
    ended(session);
  };

  return {
    open() {
      const longestUnused = [...sessions].sort((one, other) => other.lastUsedAt - one.lastUsedAt);
      for (const session of longestUnused.slice(mostSessions - 1)) close(session);
      const { plaintext, hash } = createSessionSecret(ports);
      const now = ports.now();
      write(() => repository.insert({ hash, createdAt: now, lastUsedAt: now }));
      sessions.add({ hash, lastUsedAt: now, writtenAt: now });
      return plaintext;
    },
    find: (secret) => findBySecret(secret, sessions),
    recordUse(used) {
      const session = used as Session;
      session.lastUsedAt = ports.now();
      if (!sessions.has(session) || session.lastUsedAt - session.writtenAt < writeInterval) return;
      write(() => repository.recordUse(session.hash, session.lastUsedAt));
      session.writtenAt = session.lastUsedAt;
    },
    close,
    closeIdle(isBusy) {
      const now = ports.now();
      for (const session of [...sessions]) {
        if (now - session.lastUsedAt >= idle() && !isBusy(session)) close(session);
      }
    },
  };
}
