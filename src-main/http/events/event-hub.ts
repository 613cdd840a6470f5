import type { WorkbenchEvent } from '../../../src-shared/events/workbench-event.ts';
import { type ChangedRecord, createPendingChanges, type PendingChanges } from './pending-changes.ts';

export interface EventSources {
  readonly hello: () => Extract<WorkbenchEvent, { kind: 'hello' }>;
  readonly now: () => number;
  readonly listCalls: (after: number) => Extract<WorkbenchEvent, { kind: 'calls' }>['calls'];
  readonly countSessions: () => { readonly sessions: number; readonly clients: number };
  /** What a change set changed: more than a message holds where there is more. */
  readonly listRecords: (changeSetId: number) => readonly ChangedRecord[];
}

export interface EventHub {
  callWritten(id: number, failed: boolean): void;
  /** `everything` where the change set is too large to name its records. */
  deskChanged(changeSetId: number, everything: boolean): void;
  configurationChanged(change: Omit<Extract<WorkbenchEvent, { kind: 'configuration' }>, 'kind'>): void;
  accessChanged(): void;
  importsChanged(): void;
  conversationsChanged(): void;
  /** Events until the signal is aborted, the iterator is returned or the hub is closed. */
  subscribe(signal?: AbortSignal): AsyncGenerator<WorkbenchEvent, undefined, void>;
  readonly subscribers: number;
  close(): void;
}

export interface EventPace {
  /** Between two messages to one subscriber. */
  readonly gap: number;
  /** Of silence before a heartbeat; sessions are looked at as often. */
  readonly heartbeat: number;
}

/** Four messages a second, at any load. */
const usualPace: EventPace = { gap: 250, heartbeat: 10_000 };

interface Subscriber {
  readonly pending: PendingChanges;
  wake: () => void;
  readonly stop: AbortController;
}

/** Tells pages what changed. What happens while a subscriber is not ready is added up, never queued. */
export function createEventHub(sources: EventSources, pace: EventPace = usualPace): EventHub {
  const subscribers = new Set<Subscriber>();

  const tell = (change: (pending: PendingChanges) => void): void => {
    for (const subscriber of subscribers) {
      change(subscriber.pending);
      subscriber.wake();
    }
  };

  const run = async function* (subscriber: Subscriber): AsyncGenerator<WorkbenchEvent, undefined, void> {
    const { pending, stop } = subscriber;
    yield sources.hello();
    pending.addSessions();
    while (!stop.signal.aborted) {
      const event = pending.take();
      if (event !== undefined) {
        yield event;
        await pause(pace.gap, stop.signal);
        continue;
      }
      const woken = await waitForChange(subscriber, pace.heartbeat);
      if (woken || stop.signal.aborted) continue;
      pending.addSessions();
      yield pending.take() ?? { kind: 'heartbeat', at: new Date(sources.now()).toISOString() };
    }
    return undefined;
  };

  return {
    callWritten: (id, failed) =>
      tell((pending) => {
        pending.addCall(id, failed);
        pending.addSessions();
      }),
    deskChanged(changeSetId, everything) {
      if (subscribers.size === 0) return;
      const records = everything ? 'everything' : sources.listRecords(changeSetId);
      if (records.length > 0) tell((pending) => pending.addRecords(records));
    },
    configurationChanged: (change) => tell((pending) => pending.addConfiguration({ kind: 'configuration', ...change })),
    accessChanged: () =>
      tell((pending) => {
        pending.addAccess();
        pending.addSessions();
      }),
    importsChanged: () => tell((pending) => pending.addImports()),
    conversationsChanged: () => tell((pending) => pending.addConversations()),
    subscribe(signal) {
      const pending = createPendingChanges(sources);
      const subscriber: Subscriber = { pending, wake: () => undefined, stop: new AbortController() };
      const end = (): void => {
        subscribers.delete(subscriber);
        signal?.removeEventListener('abort', end);
        subscriber.stop.abort();
        subscriber.wake();
      };
      if (signal?.aborted === true) subscriber.stop.abort();
      else {
        subscribers.add(subscriber);
        signal?.addEventListener('abort', end);
      }
      const events = run(subscriber);
      // A generator that is told to return first waits for what it is waiting for.
      const finish = () => {
        end();
        return events.return(undefined);
      };
      return {
        next: () => events.next(),
        return: finish,
        throw: (error: unknown) => {
          end();
          return events.throw(error);
        },
        [Symbol.asyncIterator]() {
          return this;
        },
        [Symbol.asyncDispose]: async () => void (await finish()),
      };
    },
    get subscribers() {
      return subscribers.size;
    },
    close() {
      for (const subscriber of [...subscribers]) {
        subscribers.delete(subscriber);
        subscriber.stop.abort();
        subscriber.wake();
      }
    },
  };
}

/** Resolves with whether something changed before the time was over. */
async function waitForChange(subscriber: Subscriber, milliseconds: number): Promise<boolean> {
  if (subscriber.pending.waiting) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => finish(false), milliseconds);
    const finish = (changed: boolean): void => {
      clearTimeout(timer);
      subscriber.wake = () => undefined;
      resolve(changed);
    };
    subscriber.wake = () => finish(true);
  });
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener('abort', finish);
  });
}
