import type { CallPreview, CallReport, RowChange } from '../../../src-shared/api/call-view.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { programName, programVersion } from '../../config/program.ts';
import type { Endpoint } from '../../domain/configuration/endpoints.ts';
import type { Principal } from '../../domain/principal.ts';
import type { CallOutcome } from '../../mcp/call-outcome.ts';
import type { WrittenCall } from '../../mcp/call-tool.ts';
import { meetEndpoint } from '../../mcp/meet-endpoint.ts';
import { explainAbsence } from '../../tools/explain-absence.ts';
import { findNearNames } from '../../tools/near-names.ts';
import { getEndpoint } from '../change-collection.ts';
import { choosePerson } from '../choose-person.ts';
import { describeChange } from '../describe-call.ts';
import { os } from '../implementer.ts';
import type { DoorCore, RouteContext } from '../route-context.ts';

const mostRows = 200;

export const callRoutes = {
  create: os.calls.create.handler(({ context, input: { tool, arguments: given, as, collection }, signal }) => {
    const { core } = context;
    const made = { endpoint: getEndpoint(core, collection ?? 'default'), person: chooseCaller(core, as), signal };
    return call(context, made, tool, given);
  }),
  preview: os.calls.preview.handler(({ context: { core }, input: { tool, arguments: given, as, collection } }) =>
    preview(core, getEndpoint(core, collection ?? 'default'), chooseCaller(core, as), tool, given),
  ),
  rerun: os.calls.rerun.handler(({ context, input: { id, as }, signal }) => {
    const { core } = context;
    const earlier = core.activity.find(id);
    if (earlier === undefined) throw new AppError('not_found', `There is no call with id ${id}.`);
    const person = chooseCaller(core, as ?? earlier.principal);
    // Where it was made: another endpoint has other limits.
    const endpoint = core.endpoints.find(earlier.endpointId);
    if (endpoint === undefined) {
      throw new AppError(
        'not_found',
        'The collection on which the call was made is gone. Make the call anew elsewhere.',
      );
    }
    return call(context, { endpoint, person, signal }, earlier.tool, JSON.parse(earlier.arguments));
  }),
};

interface Made {
  readonly endpoint: Endpoint;
  readonly person: Principal;
  /** Aborted when the page or command that makes the call goes away. */
  readonly signal: AbortSignal | undefined;
}

async function call(
  { core, actor }: RouteContext,
  { endpoint, person, signal }: Made,
  tool: string,
  input: unknown,
): Promise<CallReport> {
  const met = meet(core, endpoint, person);
  let written: WrittenCall | undefined;
  const caller = {
    ...{ endpoint, ...met, client: `${programName} ${programVersion}` },
    era: actor === 'command-line' ? actor : 'workbench',
    signal,
    written: (row: WrittenCall) => void (written = row),
  };
  const started = core.ports.now();
  const outcome = await core.callTool(caller, tool, input);
  const milliseconds = written === undefined ? core.ports.now() - started : written.microseconds / 1000;
  return {
    milliseconds,
    ...(written !== undefined && { callId: written.id }),
    ...describeOutcome(outcome, () => describeAbsence(tool, core, endpoint, met.principal), tool),
    ...describeChanges(core, written?.changeSetId ?? undefined),
  };
}

async function preview(
  core: DoorCore,
  endpoint: Endpoint,
  person: Principal,
  tool: string,
  input: unknown,
): Promise<CallPreview> {
  const met = meet(core, endpoint, person);
  const changed = { inserted: 0, updated: 0, deleted: 0 };
  const changes: RowChange[] = [];
  const look = (changeSetId: number): void => {
    const { inserted, updated, deleted } = core.changes.count(changeSetId);
    changed.inserted += inserted;
    changed.updated += updated;
    changed.deleted += deleted;
    changes.push(...core.changes.listRows(changeSetId, mostRows).map((row) => describeChange(row, core)));
  };
  const { outcome, milliseconds, notRun } = await core.previewCall({ endpoint, ...met }, tool, input, look);
  return {
    milliseconds,
    ...(notRun.length > 0 && { notRun: [...notRun] }),
    ...(outcome && describeOutcome(outcome, () => describeAbsence(tool, core, endpoint, met.principal), tool)),
    ...(changes.length > 0 && { changed, changes: changes.slice(0, mostRows) }),
  };
}

/** A person, or an application that acts as itself. */
function chooseCaller(core: DoorCore, as: string | undefined): Principal {
  const { access } = core;
  const [, application] = /^service:(.+)$/.exec(as ?? '') ?? [];
  return application === undefined ? choosePerson(core, as) : access.principalOf(access.applications.get(application));
}

function meet(core: DoorCore, endpoint: Endpoint, person: Principal) {
  const met = meetEndpoint(core, endpoint, person);
  if (met !== undefined) return met;
  const name = core.endpoints.nameOf(endpoint.id) ?? endpoint.id;
  throw new AppError('not_allowed', `The endpoint "${name}" is not for ${person.name}.`);
}

function describeOutcome(
  outcome: CallOutcome,
  explain: () => string,
  tool: string,
): Pick<CallReport, 'result' | 'error'> {
  switch (outcome.kind) {
    case 'result':
      return { result: JSON.parse(outcome.text) as unknown };
    case 'error':
      return { error: { code: outcome.code, message: outcome.message } };
    case 'unknown-tool':
      return { error: { code: 'not_found', message: explain() } };
    case 'insufficient-scope':
      return {
        error: { code: 'insufficient_scope', message: `${tool} needs the scope ${outcome.scopes.join(' or ')}.` },
      };
  }
}

function describeChanges(
  core: DoorCore,
  changeSetId: number | undefined,
): Pick<CallReport, 'changeSetId' | 'changed' | 'changes'> {
  if (changeSetId === undefined) return {};
  const { changes } = core;
  const rows = changes.listRows(changeSetId, mostRows).map((row) => describeChange(row, core));
  if (rows.length === 0) return { changeSetId };
  return { changeSetId, changed: { ...changes.count(changeSetId) }, changes: rows };
}

/** A client is told only that the name is unknown; whoever may use this door may know why. */
function describeAbsence(name: string, core: DoorCore, endpoint: Endpoint, principal: Principal): string {
  const tool = core.endpointTools.of(endpoint.settings).find((candidate) => candidate.name === name);
  const catalogue = core.catalogues.find(endpoint, principal);
  if (tool !== undefined) {
    return `${name} is not offered to ${principal.name}. ${explainAbsence(tool, endpoint, principal, catalogue)}`;
  }
  const near = findNearNames(name, [...(catalogue?.tools.keys() ?? [])]);
  const hint = near.length === 0 ? 'List the tools to see their names.' : `Did you mean ${near.join(' or ')}?`;
  return `There is no tool named "${name}". ${hint}`;
}
