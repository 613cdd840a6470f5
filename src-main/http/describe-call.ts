import type { CallSummary, CallView, PrincipalView, RowChange } from '../../src-shared/api/call-view.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import type { Access } from '../access/create-access.ts';
import {
  type ActivityRepository,
  argumentsInLine,
  type CallLine,
  type StoredCall,
} from '../db/repositories/activity-repository.ts';
import type { TurnPlace } from '../db/repositories/turn-places.ts';
import type { ChangeRepository, ChangeRow } from '../db/repositories/change-repository.ts';
import type { Endpoints } from '../domain/configuration/endpoints.ts';
import { optional } from './row-values.ts';
import type { SystemTool, Tool } from '../tools/define-tool.ts';
import type { EndpointTools } from '../tools/endpoint-tools.ts';

interface Sources {
  readonly access: Pick<Access, 'applications' | 'describePrincipal'>;
  readonly activity: Pick<ActivityRepository, 'listTurnPlaces'>;
  readonly changes: ChangeRepository;
  readonly endpoints: Pick<Endpoints, 'nameOf' | 'find'>;
  readonly tools: readonly SystemTool[];
  readonly endpointTools: Pick<EndpointTools, 'of'>;
}

/** Changed rows that a call is shown with in a list. */
const mostRows = 100;

/** Calls with the names of everything that they refer to. */
export function describeCalls(calls: readonly CallLine[], sources: Sources): CallSummary[] {
  const names = new Map(sources.access.applications.list().map(({ id, name }) => [id, name]));
  const people = new Map<string, PrincipalView>();
  const who = (label: string): PrincipalView => {
    const known = people.get(label) ?? sources.access.describePrincipal(label);
    people.set(label, known);
    return known;
  };
  const places = sources.activity.listTurnPlaces(calls.flatMap(({ turnItemId }) => turnItemId ?? []));
  return calls.map((call) => ({
    ...summaryOf(call, sources, names, who(call.principal)),
    ...(call.turnItemId !== null && { conversation: showPlace(places.get(call.turnItemId)) }),
  }));
}

function summaryOf(
  call: CallLine,
  { changes, endpoints, tools, endpointTools }: Sources,
  applicationNames: ReadonlyMap<string, string>,
  who: PrincipalView,
): CallSummary {
  const { id, endpointId, configurationVersion, era, client, principal, tool, changeSetId } = call;
  const applicationName = applicationNames.get(call.applicationId ?? '');
  const endpointName = endpoints.nameOf(endpointId);
  const endpoint = endpoints.find(endpointId);
  const all = endpoint === undefined ? tools : endpointTools.of(endpoint.settings);
  const known = all.find(({ name }) => name === tool);
  return {
    id,
    at: toTimestamp(call.at),
    milliseconds: call.microseconds / 1000,
    ...{ endpointId, configurationVersion, era, client, principal, who, tool },
    ...(endpointName !== undefined && { endpointName }),
    ...(known !== undefined && { effect: effectOf(known) }),
    ...(call.applicationId !== null && {
      application: { id: call.applicationId, ...(applicationName !== undefined && { name: applicationName }) },
    }),
    argumentsText: call.arguments.slice(0, argumentsInLine),
    ...(call.errorCode !== null && { error: { code: call.errorCode, message: call.errorMessage ?? '' } }),
    ...(changeSetId !== null && { changeSetId, changed: { ...changes.count(changeSetId) } }),
  };
}

function showPlace(place: TurnPlace | undefined): NonNullable<CallSummary['conversation']> {
  if (place === undefined) return 'deleted';
  return { id: place.conversationId, title: place.title, turn: place.number };
}

export function effectOf({ kind, destructive }: Tool): CallSummary['effect'] {
  if (kind === 'read') return 'read';
  return destructive === true ? 'destructive' : 'write';
}

export function describeWholeCalls(calls: readonly StoredCall[], sources: Sources): CallView[] {
  return describeCalls(calls, sources).map((summary, index) => {
    const call = calls[index];
    if (call === undefined) throw new Error('Every call is described.');
    return {
      ...summary,
      arguments: JSON.parse(call.arguments) as unknown,
      ...(call.result !== null && { result: JSON.parse(call.result) as unknown }),
      ...(call.changeSetId !== null && {
        changes: sources.changes.listRows(call.changeSetId, mostRows).map(({ table, id, operation }) => ({
          ...{ table, operation },
          ...(id !== null && { id }),
        })),
      }),
    };
  });
}

/** A ledger row, column by column. */
export function describeChange(
  row: ChangeRow,
  { changes }: { readonly changes: Pick<ChangeRepository, 'ownerOf' | 'references'> },
): RowChange {
  const { table, id, operation, before, after } = row;
  const of = changes.ownerOf(row);
  const targets = changes.references.targetsOf(table);
  const nameOf = (column: string, value: unknown): string | undefined => {
    const target = targets.get(column);
    if (target === undefined || (typeof value !== 'number' && typeof value !== 'string')) return undefined;
    return changes.references.nameOf(target, value);
  };
  const old = parseColumns(before);
  const now = parseColumns(after);
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return {
    ...{ table, operation },
    ...(id !== null && { id }),
    ...(of !== undefined && { of }),
    columns: names.map((name) => ({
      name,
      ...(name in old && { before: old[name], ...optional('beforeName', nameOf(name, old[name])) }),
      ...(name in now && { after: now[name], ...optional('afterName', nameOf(name, now[name])) }),
    })),
  };
}

function parseColumns(text: string | null): Record<string, unknown> {
  return text === null ? {} : (JSON.parse(text) as Record<string, unknown>);
}
