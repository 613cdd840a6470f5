import { performance } from 'node:perf_hooks';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { ChangeSets } from '../db/change-sets.ts';
import type { CallRow } from '../db/repositories/activity-repository.ts';
import type { Desk } from '../domain/desk.ts';
import { principalLabel } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { Search } from '../search/search.ts';
import type { ActivityRecorder, KeyUse } from './activity-recorder.ts';
import { type CallOutcome, toError, toResult } from './call-outcome.ts';
import { type Calling, changeSetOf, createToolContext, prepareCall, prepareWrite } from './prepare-call.ts';
import { createRateLimit } from './rate-limit.ts';

/** Who calls, from where and through what: everything about a request but the tool and its arguments. */
export interface Caller extends Calling {
  /** How the request came: a protocol revision, or the command line. */
  readonly era: string;
  /** The client's own name and version, as far as it says. */
  readonly client: string;
  readonly keyUse?: KeyUse | undefined;
  /** Told of the call's row once it is committed. */
  readonly written?: ((call: WrittenCall) => void) | undefined;
  /** The item of a conversation's turn that makes the call. */
  readonly turnItemId?: number | undefined;
  /** Throws when the caller's credential does not let it in any more. */
  readonly authenticateAgain?: () => unknown;
}

/** A call whose row in the activity log is committed. */
export interface WrittenCall extends CallRow {
  readonly id: number;
}

/** A client may send any text as a name; what is kept of it in the log. */
const longestToolName = 200;

export type CallTool = (caller: Caller, name: string, input: unknown) => Promise<CallOutcome>;

interface Dependencies {
  readonly changeSets: ChangeSets;
  readonly desk: Desk;
  readonly search: Search;
  readonly ports: Ports;
  readonly recorder: ActivityRecorder;
  readonly configurationVersion: () => number;
  /** Whether the endpoint and what it offers the caller are as they were when the call came in. */
  readonly isStillOffered: (caller: Calling, tool: string) => boolean;
  /** Writes the activity row and the key's use inside the transaction in progress. */
  readonly insertCall: (row: CallRow) => number;
  /** Told of every call once its row is committed. */
  readonly written: (call: WrittenCall) => void;
  readonly recordUse: (uses: readonly KeyUse[]) => void;
}

/**
 * Runs one call from end to end. Its activity row is committed before this resolves, unless the answer is that nothing
 * can be written; a write's desk rows, ledger entries and activity row are one transaction.
 */
export function createCallTool(dependencies: Dependencies): CallTool {
  const { changeSets, ports, recorder } = dependencies;
  const rateLimit = createRateLimit(ports);

  /** Access and settings may have changed while a call waited, and what was refused meanwhile must not be written. */
  const checkStillOffered = (caller: Caller, name: string): void => {
    caller.authenticateAgain?.();
    if (dependencies.isStillOffered(caller, name)) return;
    const message = `The endpoint was changed while ${name} ran, so nothing was written. List the tools and call again.`;
    throw new AppError('conflict', message);
  };

  return async (caller, name, input) => {
    const at = ports.now();
    const started = performance.now();
    const rowOf = (outcome: CallOutcome, changeSetId: number | null): CallRow => ({
      at,
      microseconds: Math.round((performance.now() - started) * 1000),
      endpointId: caller.endpoint.id,
      configurationVersion: dependencies.configurationVersion(),
      era: caller.era,
      client: caller.client,
      applicationId: caller.principal.application?.id ?? null,
      principal: principalLabel(caller.principal),
      tool: name.slice(0, longestToolName),
      arguments: JSON.stringify(input ?? {}),
      changeSetId,
      turnItemId: caller.turnItemId ?? null,
      ...describeOutcome(outcome),
    });

    const tell = (id: number, row: CallRow): void => {
      const call = { ...row, id };
      dependencies.written(call);
      caller.written?.(call);
    };

    /** The row of a call that changed nothing. */
    const record = async (outcome: CallOutcome): Promise<CallOutcome> => {
      const row = rowOf(outcome, null);
      tell(await recorder.record(row, caller.keyUse), row);
      return outcome;
    };

    /** Where writing the row down is itself what fails, as on a full disk, the answer says why instead. */
    const fail = async (outcome: CallOutcome): Promise<CallOutcome> => {
      try {
        return await record(outcome);
      } catch (error) {
        ports.log.warn('A call could not be written down.', { tool: name, error: String(error) });
        return toError(error, name, ports);
      }
    };

    try {
      rateLimit.take(caller);
    } catch (error) {
      return fail(toError(error, name, ports));
    }
    const prepared = prepareCall(caller, name, input);
    if (prepared.refusal !== undefined) return fail(prepared.refusal);
    const { offered } = prepared;

    const { desk, search } = dependencies;
    const { inChangeSet } = changeSets;
    const context = createToolContext(caller, { desk, search, now: at, inChangeSet });
    try {
      if (offered.tool.kind === 'read') {
        return await record(toResult(offered, await offered.tool.run(prepared.input, context)));
      }
      const write = await prepareWrite(offered, prepared.input, context);
      const waited = 'prepare' in offered.tool;
      if (waited) checkStillOffered(caller, name);
      // What was waited for is over: what is written is of now.
      const writing = waited ? { ...context, now: ports.now() } : context;
      const { outcome, id, row } = inChangeSet(changeSetOf(caller, 'call', name), (changeSetId) => {
        const outcome = toResult(offered, write(writing));
        const row = rowOf(outcome, changeSetId);
        const id = dependencies.insertCall(row);
        if (caller.keyUse !== undefined) dependencies.recordUse([caller.keyUse]);
        return { outcome, id, row };
      });
      tell(id, row);
      return outcome;
    } catch (error) {
      return fail(toError(error, name, ports));
    }
  };
}

function describeOutcome(outcome: CallOutcome): Pick<CallRow, 'result' | 'errorCode' | 'errorMessage'> {
  switch (outcome.kind) {
    case 'result':
      return { result: outcome.text, errorCode: null, errorMessage: null };
    case 'error':
      return { result: null, errorCode: outcome.code, errorMessage: outcome.message };
    case 'unknown-tool':
      return { result: null, errorCode: 'not_found', errorMessage: 'Unknown tool.' };
    case 'insufficient-scope':
      return {
        result: null,
        errorCode: 'insufficient_scope',
        errorMessage: `The token lacks the scope ${outcome.scopes.join(' or ')}.`,
      };
  }
}
