import type { CollectionDifference } from '../../src-shared/api/collections.ts';
import type { CollectionSettings } from '../../src-shared/domain/endpoint-settings.ts';
import type { Collection } from '../domain/configuration/endpoints.ts';
import type { Principal } from '../domain/principal.ts';
import { type ListedTool, listTools } from '../tools/catalogue.ts';
import { measureListing } from '../tools/measure-listing.ts';
import { widestPrincipal } from '../tools/widest-principal.ts';
import { listChanges } from './change-collection.ts';
import { clientsOf } from './connected-clients.ts';
import type { DoorCore } from './route-context.ts';

/** What a client would see change if the collection had these settings, and how many connected ones it concerns. */
export function describeDifference(
  core: DoorCore,
  { id, settings }: Collection,
  next: CollectionSettings,
): CollectionDifference {
  const list = (of: CollectionSettings, principal: Principal): ListedTool[] =>
    listTools(core.tools, { settings: of }, principal) ?? [];
  const widest = widestPrincipal(settings.type);
  const before = list(settings, widest);
  const after = list(next, widest);
  const clients = clientsOf(core, id);
  const isShutDown = settings.enabled && !next.enabled;
  const counted = {
    connectedClients: clients.length,
    affected: clients.filter(({ principal }) => !isSame(list(settings, principal), list(next, principal))).length,
    shutOut: isShutDown ? clients.length : 0,
  };
  const tools = compare(before, after);
  return {
    ...tools,
    settings: listChanges(settings, next),
    before: measureListing(before),
    after: measureListing(after),
    ...counted,
    message: describe(tools, counted),
  };
}

type ToolChanges = Pick<CollectionDifference, 'toolsAdded' | 'toolsRemoved' | 'toolsChanged'>;

function compare(before: readonly ListedTool[], after: readonly ListedTool[]): ToolChanges {
  const old = new Map(before.map((tool) => [tool.name, tool]));
  const now = new Set(after.map(({ name }) => name));
  return {
    toolsAdded: after.filter(({ name }) => !old.has(name)).map(({ name }) => name),
    toolsRemoved: before.filter(({ name }) => !now.has(name)).map(({ name }) => name),
    toolsChanged: after.flatMap((tool) => {
      const was = old.get(tool.name);
      if (was === undefined || isSame(was, tool)) return [];
      const description = { before: was.description, after: tool.description };
      return [
        {
          name: tool.name,
          ...(description.before !== description.after && { description }),
          argumentsChanged: !isSame(was.inputSchema, tool.inputSchema),
        },
      ];
    }),
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function describe(
  { toolsAdded, toolsRemoved, toolsChanged }: ToolChanges,
  { connectedClients, affected, shutOut }: Pick<CollectionDifference, 'connectedClients' | 'affected' | 'shutOut'>,
): string {
  const parts = [
    ...(toolsAdded.length > 0 ? [`${toolsAdded.length} more`] : []),
    ...(toolsRemoved.length > 0 ? [`${toolsRemoved.length} fewer`] : []),
    ...(toolsChanged.length > 0 ? [`${toolsChanged.length} described differently`] : []),
  ];
  const what = parts.length === 0 ? 'The list of tools stays the same.' : `Tools: ${parts.join(', ')}.`;
  if (connectedClients === 0) return `${what} No client is connected now.`;
  if (shutOut > 0) return `${what} ${clients(shutOut)} ${shutOut === 1 ? 'gets' : 'get'} in no more.`;
  return `${what} ${clients(affected)} of ${connectedClients} connected will see a different list.`;
}

function clients(count: number): string {
  return count === 1 ? '1 client' : `${count} clients`;
}
