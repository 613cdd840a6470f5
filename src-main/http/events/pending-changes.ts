import { mostRecordsInEvent, type WorkbenchEvent } from '../../../src-shared/events/workbench-event.ts';

export interface ChangedRecord {
  readonly kind: string;
  readonly id: number;
}

/** What happened since a subscriber was last told: bounded, however much happens and however slowly it listens. */
export interface PendingChanges {
  addCall(id: number, failed: boolean): void;
  addRecords(records: readonly ChangedRecord[] | 'everything'): void;
  addConfiguration(change: Extract<WorkbenchEvent, { kind: 'configuration' }>): void;
  addAccess(): void;
  addSessions(): void;
  addImports(): void;
  addConversations(): void;
  /** One message for the kind whose turn it is, or undefined when nothing waits. */
  take(): WorkbenchEvent | undefined;
  readonly waiting: boolean;
}

interface Sources {
  /** The latest calls with ids above `after`, newest first, at most as many as a message carries. */
  listCalls(after: number): Extract<WorkbenchEvent, { kind: 'calls' }>['calls'];
  countSessions(): { readonly sessions: number; readonly clients: number };
}

/** Different objects of configuration that are told one by one; more than it are told as the latest alone. */
const mostConfigurations = 20;

export function createPendingChanges({ listCalls, countSessions }: Sources): PendingChanges {
  let calls = { after: 0, count: 0, failed: 0 };
  const records = new Map<string, ChangedRecord>();
  let everything = false;
  const configurations = new Map<string, Extract<WorkbenchEvent, { kind: 'configuration' }>>();
  let access = false;
  let sessions = false;
  let imports = false;
  let conversations = false;
  let told = '';

  const takeCalls = (): WorkbenchEvent | undefined => {
    if (calls.count === 0) return undefined;
    const { after, count, failed } = calls;
    calls = { after: 0, count: 0, failed: 0 };
    return { kind: 'calls', calls: listCalls(after), count, failed };
  };

  const takeDesk = (): WorkbenchEvent | undefined => {
    if (records.size === 0 && !everything) return undefined;
    const named = [...records.values()];
    const event: WorkbenchEvent = { kind: 'desk', records: named, everything };
    records.clear();
    everything = false;
    return event;
  };

  const takeConfiguration = (): WorkbenchEvent | undefined => {
    for (const [key, change] of configurations) {
      configurations.delete(key);
      return change;
    }
    return undefined;
  };

  const takeAccess = (): WorkbenchEvent | undefined => {
    if (!access) return undefined;
    access = false;
    return { kind: 'access' };
  };

  const takeSessions = (): WorkbenchEvent | undefined => {
    if (!sessions) return undefined;
    sessions = false;
    const { sessions: open, clients } = countSessions();
    if (told === `${open} ${clients}`) return undefined;
    told = `${open} ${clients}`;
    return { kind: 'sessions', open, clients };
  };

  const takeImports = (): WorkbenchEvent | undefined => {
    if (!imports) return undefined;
    imports = false;
    return { kind: 'imports' };
  };

  const takeConversations = (): WorkbenchEvent | undefined => {
    if (!conversations) return undefined;
    conversations = false;
    return { kind: 'conversations' };
  };

  // Whoever was served goes to the end, so that a busy kind never keeps the others waiting.
  const turns = [takeConfiguration, takeAccess, takeCalls, takeDesk, takeSessions, takeImports, takeConversations];

  return {
    addCall(id, failed) {
      if (calls.count === 0) calls.after = id - 1;
      // Writes are numbered inside their transaction, reads when their group is written: not always in this order.
      calls.after = Math.min(calls.after, id - 1);
      calls.count += 1;
      if (failed) calls.failed += 1;
    },
    addRecords(changed) {
      if (changed === 'everything') everything = true;
      else {
        for (const record of changed) {
          if (records.size >= mostRecordsInEvent) everything = true;
          else records.set(`${record.kind} ${record.id}`, record);
        }
      }
    },
    addConfiguration(change) {
      const key = `${change.object} ${change.endpointId ?? ''}`;
      const [oldest] = configurations.keys();
      if (!configurations.has(key) && configurations.size >= mostConfigurations && oldest !== undefined) {
        configurations.delete(oldest);
      }
      configurations.set(key, change);
    },
    addAccess: () => void (access = true),
    addSessions: () => void (sessions = true),
    addImports: () => void (imports = true),
    addConversations: () => void (conversations = true),
    take() {
      for (const turn of [...turns]) {
        const event = turn();
        if (event === undefined) continue;
        turns.push(...turns.splice(turns.indexOf(turn), 1));
        return event;
      }
      return undefined;
    },
    get waiting() {
      const flags = everything || access || sessions || imports || conversations;
      return flags || calls.count > 0 || records.size > 0 || configurations.size > 0;
    },
  };
}
