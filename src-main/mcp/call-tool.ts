import { performance } from 'node:perf_hooks';
import { type ErrorCode, AppError } from '../../src-shared/errors/app-error.ts';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import type { ChangeSets } from '../db/change-sets.ts';
import type { CallRow } from '../db/repositories/activity-repository.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import type { Desk } from '../domain/desk.ts';
import { type Principal, principalLabel, viewerOf } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { Search } from '../search/search.ts';
import { type Catalogue, hasScope, type OfferedTool } from '../tools/catalogue.ts';
import type { ContentBlock, ReportProgress, ToolContext } from '../tools/define-tool.ts';
import type { ActivityRecorder, KeyUse } from './activity-recorder.ts';
import { describeIssues } from './describe-issues.ts';
import { createRateLimit } from './rate-limit.ts';

/** Who calls, from where and through what: everything about a request but the tool and its arguments. */
export interface Caller {
  readonly endpoint: Endpoint;
  readonly principal: Principal;
  readonly catalogue: Catalogue;
  /** How the request came: a protocol revision, or the command line. */
  readonly era: string;
  /** The client's own name and version, as far as it says. */
  readonly client: string;
  readonly keyUse?: KeyUse | undefined;
  /** Told of the call's row once it is committed. */
  readonly written?: ((call: WrittenCall) => void) | undefined;
  /** Present when the client asked to hear of progress. */
  readonly report?: ReportProgress | undefined;
}

/** A call whose row in the activity log is committed. */
export interface WrittenCall extends CallRow {
  readonly id: number;
}

/** A CallToolResult: `text` is the JSON of the structured content, or the sentence of an error. */
export type CallOutcome =
  | { readonly kind: 'result'; readonly text: string; readonly content?: readonly ContentBlock[] }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly message: string }
  /** The name is not in the caller's list: a protocol error, the same for absent and for not offered. */
  | { readonly kind: 'unknown-tool' }
  /** The request's token lacks every one of these. */
  | { readonly kind: 'insufficient-scope'; readonly scopes: readonly Scope[] };

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
    const offered = caller.catalogue.tools.get(name);
    if (offered === undefined) return fail({ kind: 'unknown-tool' });
    const scopes = findMissingScopes(caller, name);
    if (scopes !== undefined) return fail({ kind: 'insufficient-scope', scopes });
    const parsed = offered.input.safeParse(input ?? {});
    if (!parsed.success) {
      return fail({ kind: 'error', code: 'invalid_arguments', message: describeIssues(name, parsed.error) });
    }

    const context = contextOf(caller, dependencies, at);
    try {
      if (offered.tool.kind === 'read') {
        return await record(toResult(offered, await offered.tool.run(parsed.data, context)));
      }
      const { outcome, id, row } = changeSets.inChangeSet(
        { kind: 'call', actor: principalLabel(caller.principal), label: name },
        (changeSetId) => {
          const outcome = toResult(offered, runWrite(offered, parsed.data, context));
          const row = rowOf(outcome, changeSetId);
          const id = dependencies.insertCall(row);
          if (caller.keyUse !== undefined) dependencies.recordUse([caller.keyUse]);
          return { outcome, id, row };
        },
      );
      tell(id, row);
      return outcome;
    } catch (error) {
      return fail(toError(error, name, ports));
    }
  };
}

/** The scopes of which the request's token would need one for this tool, when it has none of them. */
export function findMissingScopes({ catalogue, principal }: Caller, name: string): readonly Scope[] | undefined {
  const tool = catalogue.tools.get(name)?.tool;
  const { tokenScopes } = principal;
  if (tool === undefined || tokenScopes === undefined || hasScope(tool, tokenScopes)) return undefined;
  return tool.scopes;
}

const ignoreProgress: ReportProgress = () => Promise.resolve();

function runWrite(offered: OfferedTool, input: Record<string, unknown>, context: ToolContext): Record<string, unknown> {
  if (offered.tool.kind !== 'write') throw new Error(`${offered.tool.name} is not a write.`);
  return offered.tool.run(input, context);
}

function contextOf(caller: Caller, { desk, search, changeSets }: Dependencies, now: number): ToolContext {
  const { settings } = caller.endpoint;
  return {
    principal: caller.principal,
    viewer: viewerOf(caller.principal, {
      unlimited: settings.mode === 'halo-compatible',
      agentsSeePrivateNotes: settings.agentsSeePrivateNotes,
      limits: settings.limits,
    }),
    endpoint: settings,
    placement: caller.catalogue.placement,
    desk,
    search,
    now,
    report: caller.report ?? ignoreProgress,
    derive: (label, work) =>
      changeSets.inChangeSet({ kind: 'rule', actor: principalLabel(caller.principal), label }, work),
  };
}

function toResult({ tool }: OfferedTool, output: Record<string, unknown>): CallOutcome {
  const text = JSON.stringify(output);
  return tool.content === undefined
    ? { kind: 'result', text }
    : { kind: 'result', text, content: tool.content(output) };
}

function toError(error: unknown, tool: string, ports: Ports): CallOutcome {
  if (error instanceof AppError) return { kind: 'error', code: error.code, message: error.message };
  ports.log.error('A tool failed unexpectedly.', { tool, error: error instanceof Error ? error.stack : String(error) });
  return {
    kind: 'error',
    code: 'internal',
    message: `${tool} failed because of a fault in the workbench. Nothing was changed. The log says more.`,
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
