import type { Database } from 'better-sqlite3';
import type { Ports } from '../ports.ts';
import { changeSetFunction } from './ledger-triggers.ts';
import { madeByFunction } from './made-by.ts';
import { translateSqliteError } from './sqlite-errors.ts';

export type ChangeSetKind = 'call' | 'edit' | 'import' | 'reset' | 'rule' | 'timer';

export interface ChangeSetInput {
  readonly kind: ChangeSetKind;
  /** Who made the change, as shown in the ledger. */
  readonly actor: string;
  /** What it was: the tool's name, the page, the file. */
  readonly label: string;
  /** The endpoint that a call came through: tickets, actions and articles that are created are marked with it. */
  readonly endpointId?: string | undefined;
  /** `summary` writes no row entries (imports, the demo desk); the caller adds one entry for the whole. */
  readonly ledger?: 'rows' | 'summary';
}

/** A change set whose rows are committed. */
export interface CommittedChangeSet extends ChangeSetInput {
  readonly id: number;
}

export interface ChangeSets {
  /** Runs `work` in one immediate transaction whose desk changes are written to the ledger under one new id. */
  inChangeSet<T>(input: ChangeSetInput, work: (changeSetId: number) => T): T;
  /**
   * The same, and then takes everything back: what `work` reads of the desk and of the ledger is as it would be, and
   * nothing of it stays. Nobody hears of it.
   */
  inPreview<T>(input: ChangeSetInput, work: (changeSetId: number) => T): T;
  /**
   * Goes on with a change set that has begun and whose entry sums it up: one more transaction of a load that is too
   * large for one. Listeners hear of it only when `tell` says so. A loss of power may take the last of these, never the
   * middle and never what another transaction acknowledged after them.
   */
  continueChangeSet<T>(changeSet: CommittedChangeSet, tell: boolean, work: () => T): T;
  /** Runs `work` in one immediate transaction that may not touch the desk: configuration, access and traces. */
  inTransaction<T>(work: () => T): T;
  /** The same for the activity log alone, which nothing that is kept in memory depends on. */
  inTraceTransaction<T>(work: () => T): T;
  /** The same without waiting for the disk, for what is done again if a loss of power takes it. */
  inUnhurriedTransaction<T>(work: () => T): T;
  /**
   * Rises with every transaction of the first two kinds. All writing goes through them, so what was read from the file
   * and kept in memory is still true for as long as this number is the same.
   */
  generation(): number;
  /** Calls the listener after each change set's commit; it must not throw. Returns how to stop. */
  onChangeSet(listener: (changeSet: CommittedChangeSet) => void): () => void;
}

const endOfPreview = new Error('A preview is taken back.');

export function createChangeSets(connection: Database, ports: Pick<Ports, 'now'>): ChangeSets {
  let current: { id: number; mode: 'rows' | 'summary'; endpointId?: string | undefined } | undefined;

  connection.function(changeSetFunction, { deterministic: false }, () => {
    if (current === undefined) throw new Error('A desk table was changed outside a change set.');
    return current.mode === 'rows' ? current.id : null;
  });
  connection.function(madeByFunction, { deterministic: false }, () => current?.endpointId ?? null);

  // Made here, and by every connection that may write the desk, before anything is prepared against the desk tables.
  const begin = connection.prepare('INSERT INTO trace_change_set (kind, actor, label, at) VALUES (?, ?, ?, ?)');
  const summarise = connection.prepare(
    "INSERT INTO trace_change (change_set_id, table_name, operation, after) VALUES (?, 'desk', 'bulk', json_object('label', ?))",
  );

  // Wrapped once: the library builds several functions for each wrapping.
  const run = connection.transaction((work: () => unknown) => work());

  const inTraceTransaction = <T>(work: () => T): T => {
    if (connection.inTransaction) throw new Error('Transactions do not nest: pass the work on instead.');
    try {
      return run.immediate(work) as T;
    } catch (error) {
      throw translateSqliteError(error);
    }
  };

  const listeners = new Set<(changeSet: CommittedChangeSet) => void>();
  const tellListeners = (changeSet: CommittedChangeSet): void => {
    for (const listener of listeners) listener(changeSet);
  };
  let generation = 0;
  const inTransaction = <T>(work: () => T): T => {
    // Also when it fails: what `work` read along the way is not to be trusted either.
    generation += 1;
    return inTraceTransaction(work);
  };

  /** Without waiting for the disk: the next transaction that does waits for these as well. */
  const unhurried = <T>(work: () => T): T => {
    connection.pragma('synchronous = NORMAL');
    try {
      return work();
    } finally {
      connection.pragma('synchronous = FULL');
    }
  };

  /** Within a transaction. */
  const change = <T>(input: ChangeSetInput, work: (changeSetId: number) => T): { id: number; result: T } => {
    const id = Number(begin.run(input.kind, input.actor, input.label, ports.now()).lastInsertRowid);
    const mode = input.ledger ?? 'rows';
    current = { id, mode, endpointId: input.endpointId };
    try {
      const result = work(id);
      if (mode === 'summary') summarise.run(id, input.label);
      return { id, result };
    } finally {
      current = undefined;
    }
  };

  return {
    inTransaction,
    inTraceTransaction,
    inUnhurriedTransaction: (work) => unhurried(() => inTraceTransaction(work)),
    generation: () => generation,
    onChangeSet: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    inChangeSet: (input, work) => {
      const { id, result } = inTransaction(() => change(input, work));
      tellListeners({ ...input, id });
      return result;
    },
    inPreview: <T>(input: ChangeSetInput, work: (changeSetId: number) => T) => {
      let result: T | undefined;
      try {
        inTransaction(() => {
          ({ result } = change(input, work));
          // The only way in which the library takes a transaction back.
          throw endOfPreview;
        });
      } catch (error) {
        if (error !== endOfPreview) throw error;
      } finally {
        // What was read meanwhile and kept in memory is of a desk that never was.
        generation += 1;
      }
      return result as T;
    },
    continueChangeSet: (changeSet, tell, work) => {
      const outcome = unhurried(() =>
        inTransaction(() => {
          current = { id: changeSet.id, mode: 'summary' };
          try {
            return work();
          } finally {
            current = undefined;
          }
        }),
      );
      if (tell) tellListeners(changeSet);
      return outcome;
    },
  };
}
