import type { Scope } from '../../src-shared/domain/scopes.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { ChangeSetInput } from '../db/change-sets.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import type { Desk } from '../domain/desk.ts';
import { type Principal, principalLabel, viewerOf } from '../domain/principal.ts';
import type { Search } from '../search/search.ts';
import { type Catalogue, hasOneOf, listScopeGroups, type OfferedTool } from '../tools/catalogue.ts';
import type { PreparedWrite, ReportProgress, ToolContext } from '../tools/define-tool.ts';
import type { CallOutcome } from './call-outcome.ts';
import { describeIssues } from './describe-issues.ts';

/** Who calls, and on which endpoint. */
export interface Calling {
  readonly endpoint: Endpoint;
  readonly principal: Principal;
  readonly catalogue: Catalogue;
  /** Present when the client asked to hear of progress. */
  readonly report?: ReportProgress | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** A call as it may be run, or what it is refused with before anything runs. */
export type PreparedCall =
  | { readonly offered: OfferedTool; readonly input: Record<string, unknown>; readonly refusal?: undefined }
  | { readonly refusal: CallOutcome };

export function prepareCall(calling: Calling, name: string, input: unknown): PreparedCall {
  const offered = calling.catalogue.tools.get(name);
  if (offered === undefined) return { refusal: { kind: 'unknown-tool' } };
  const scopes = findMissingScopes(calling, name);
  if (scopes !== undefined) return { refusal: { kind: 'insufficient-scope', scopes } };
  const parsed = offered.input.safeParse(input ?? {});
  if (parsed.success) return { offered, input: parsed.data };
  return { refusal: { kind: 'error', code: 'invalid_arguments', message: describeIssues(name, parsed.error) } };
}

/** The scopes of which the request's token would need one for this tool, when it has none of them. */
export function findMissingScopes({ catalogue, principal }: Calling, name: string): readonly Scope[] | undefined {
  const tool = catalogue.tools.get(name)?.tool;
  const { tokenScopes } = principal;
  if (tool === undefined || tokenScopes === undefined) return undefined;
  return listScopeGroups(tool).find((group) => !hasOneOf(group, tokenScopes));
}

/** The change set in which a call writes: what it creates is marked with the endpoint. */
export function changeSetOf({ endpoint, principal }: Calling, kind: 'call' | 'rule', label: string): ChangeSetInput {
  return { kind, actor: principalLabel(principal), label, endpointId: endpoint.id };
}

/** What is to be run inside the change set, once all that it waits for is there. */
export async function prepareWrite(
  { tool }: OfferedTool,
  input: Record<string, unknown>,
  context: ToolContext,
): Promise<PreparedWrite> {
  if (tool.kind !== 'write') throw new Error(`${tool.name} is not a write.`);
  if (!('prepare' in tool)) return (writing) => tool.run(input, writing);
  const write = await tool.prepare(input, context);
  if (!context.signal.aborted) return write;
  throw new AppError('conflict', 'The call was given up before anything was written. Nothing was changed.');
}

interface Sources {
  readonly desk: Desk;
  readonly search: Search;
  readonly now: number;
  readonly inChangeSet: <T>(changeSet: ChangeSetInput, work: () => T) => T;
}

const ignoreProgress: ReportProgress = () => Promise.resolve();
const neverAborted = new AbortController().signal;

export function createToolContext(calling: Calling, { desk, search, now, inChangeSet }: Sources): ToolContext {
  const { endpoint, principal, catalogue } = calling;
  const { settings } = endpoint;
  return {
    principal,
    viewer: viewerOf(principal, {
      unlimited: settings.mode === 'halo-compatible',
      agentsSeePrivateNotes: settings.agentsSeePrivateNotes,
      limits: settings.limits,
    }),
    endpoint: settings,
    placement: catalogue.placement,
    ...{ desk, search, now },
    report: calling.report ?? ignoreProgress,
    signal: calling.signal ?? neverAborted,
    derive: (label, work) => inChangeSet(changeSetOf(calling, 'rule', label), work),
  };
}
