import fc from 'fast-check';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import { systemTools } from '../../src-main/tools/system/index.ts';
import { collectionSettings, type DataLimits } from '../../src-shared/domain/endpoint-settings.ts';
import { createPoster, type McpPoster } from './post-mcp.ts';
import { serveDesk, type ServedDesk } from './serve-desk.ts';
import { team, type } from './small-desk.ts';

/** No record of the desk has this id. */
export const nowhere = 4_999;

export const anyLimits: fc.Arbitrary<DataLimits> = fc.record({
  teamIds: fc.subarray([team.first, team.second]),
  clientIds: fc.subarray([1, 2, 3]),
  ticketTypeIds: fc.subarray([type.incident, type.change]),
});

export interface LimitedEndpoints {
  readonly served: ServedDesk;
  /** Sets up the collection of agents or that of users, with every tool of its type. */
  configure(name: 'agents' | 'users', change: object): void;
  /** Agents and a service on the one, users by their address on the other. */
  as(name: string): McpPoster;
  close(): Promise<void>;
}

export async function openLimitedEndpoints(rows: DeskRows): Promise<LimitedEndpoints> {
  const served = await serveDesk(rows);
  const agents = `${served.endpoint}/agents`;
  const users = `${served.endpoint}/users`;
  const posters = new Map([
    ['the administrator', createPoster(agents, served.createKey())],
    ['an agent of a team', createPoster(agents, served.createKey({ as: 'tess@desk.example' }))],
    ['a service', createPoster(agents, served.createServiceKey())],
    ...['uma@north.example', 'cleo@north.example', 'eve@south.example'].map(
      (email) => [email, createPoster(users, served.createKey({ as: email }))] as const,
    ),
  ]);
  return {
    served,
    configure(name, change) {
      const type = name === 'agents' ? 'agent' : 'user';
      const tools = systemTools.filter((tool) => tool.offered[type] !== 'no').map((tool) => tool.name);
      const settings = collectionSettings.parse({ name, slug: name, type, enabled: true, tools, ...change });
      served.core.endpoints.putCollection(name, settings, 'test');
    },
    as(name) {
      const poster = posters.get(name);
      if (poster === undefined) throw new Error(`Nobody is called ${name}.`);
      return poster;
    },
    close: () => served.close(),
  };
}
