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
    listTools(core.endpointTools.of(of), { settings: of }, principal) ?? [];
  const widest = widestPrincipal(settings.type);
  const before = list(settings, widest);
  const after = list(next, widest);
  const clients = clientsOf(core, id);
  const isShutDown = settings.enabled && !next.enabled;
  const seen = clients.map(({ principal }) =>
    compare(list(settings, principal), isShutDown ? [] : list(next, principal)),
  );
  const affected = seen.filter(({ toolsAdded, toolsRemoved, toolsChanged }) =>
    [toolsAdded, toolsRemoved, toolsChanged].some(({ length }) => length > 0),
  );
  const counted = {
    connectedClients: clients.length,
    affected: affected.length,
    shutOut: isShutDown ? clients.length : 0,
    loseTools: [...new Set(seen.flatMap(({ toolsRemoved }) => toolsRemoved))],
    gainTools: [...new Set(seen.flatMap(({ toolsAdded }) => toolsAdded))],
  };
  const tools = compare(before, after);
  return {
    ...tools,
    settings: listChanges(settings, next),
    before: measureListing(before),
    after: measureListing(after),
    ...counted,
    message: [describeTools(tools), describeClients(counted, affected)].join(' '),
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

function describeTools({ toolsAdded, toolsRemoved, toolsChanged }: ToolChanges): string {
  const parts = [
    ...(toolsAdded.length > 0 ? [`${toolsAdded.length} more`] : []),
    ...(toolsRemoved.length > 0 ? [`${toolsRemoved.length} fewer`] : []),
    ...(toolsChanged.length > 0 ? [`${toolsChanged.length} described differently`] : []),
  ];
  return parts.length === 0 ? 'The list of tools stays the same.' : `Tools: ${parts.join(', ')}.`;
}

type Counted = Pick<CollectionDifference, 'connectedClients' | 'shutOut'>;

function describeClients({ connectedClients, shutOut }: Counted, affected: readonly ToolChanges[]): string {
  if (connectedClients === 0) return 'No client is connected now.';
  const all = count(connectedClients, 'connected client');
  if (shutOut > 0) return `${all} ${shutOut === 1 ? 'gets' : 'get'} in no more.`;
  if (affected.length === 0) return `Nothing changes for ${all}.`;
  const who = affected.length === connectedClients ? all : `${affected.length} of ${all}`;
  const isOne = affected.length === 1;
  const part = (verb: string, of: keyof ToolChanges): string[] => {
    const counts = affected.map((changes) => changes[of].length);
    const most = Math.max(...counts);
    if (most === 0) return [];
    return [
      `${verb}${isOne ? 's' : ''} ${counts.every((each) => each === most) ? '' : 'up to '}${count(most, 'tool')}`,
    ];
  };
  const gets = [...part('lose', 'toolsRemoved'), ...part('gain', 'toolsAdded')];
  if (gets.length === 0) return `${who} ${isOne ? 'reads' : 'read'} other descriptions.`;
  return `${who} ${gets.join(' and ')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
