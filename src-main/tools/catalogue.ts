import { z } from 'zod';
import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { isIn, type Profile } from '../../src-shared/domain/profiles.ts';
import { coversScope, type Scope } from '../../src-shared/domain/scopes.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import type { AccessLevel, Principal } from '../domain/principal.ts';
import type { Column, Placement, Tool } from './define-tool.ts';
import type { EndpointTools } from './endpoint-tools.ts';

/** A tool as MCP lists it (specification 2025-11-25, server/tools). */
export interface ListedTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: { readonly type: 'object'; readonly [key: string]: unknown };
  readonly outputSchema?: { readonly type: 'object'; readonly [key: string]: unknown };
  readonly annotations: {
    readonly title: string;
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
}

export interface OfferedTool {
  readonly tool: Tool;
  readonly input: z.ZodObject;
  readonly listed: ListedTool;
}

/** What one class of principals gets on one endpoint: exactly the tools it lists may be called. */
export interface Catalogue {
  readonly placement: Placement;
  readonly tools: ReadonlyMap<string, OfferedTool>;
  readonly listed: readonly ListedTool[];
  /** `listed` as JSON text, made once; two catalogues list the same exactly when these are equal. */
  readonly listedJson: string;
}

export interface Catalogues {
  /** Undefined when the principal may not use the endpoint at all (SPEC 5, "who meets what"). */
  find(endpoint: Endpoint, principal: Principal): Catalogue | undefined;
}

const levels: readonly AccessLevel[] = ['none', 'read', 'edit'];
const maximumCached = 256;

/** Catalogues computed once per endpoint, version of the configuration and of the tools, and class of principal. */
export function createCatalogues(endpointTools: Pick<EndpointTools, 'of'>, version: () => number): Catalogues {
  const cache = new Map<string, Catalogue>();
  let cachedVersion = -1;
  const offer = createOfferCache();

  return {
    find(endpoint, principal) {
      const column = columnOf(endpoint.settings.type, principal);
      if (column === undefined) return undefined;
      if (version() !== cachedVersion) {
        cache.clear();
        cachedVersion = version();
      }
      const key = `${endpoint.id} ${column} ${classOf(principal)}`;
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      const placement: Placement = { column, profile: endpoint.settings.profile };
      const { descriptions } = endpoint.settings;
      const tools = endpointTools.of(endpoint.settings);
      const offered = (listOffered(tools, endpoint, principal) ?? []).map((tool) =>
        redescribe(offer(tool, placement), descriptions),
      );
      const listed = offered.map((entry) => entry.listed);
      const catalogue: Catalogue = {
        placement,
        tools: new Map(offered.map((entry) => [entry.tool.name, entry])),
        listed,
        listedJson: JSON.stringify(listed),
      };
      if (cache.size >= maximumCached) cache.clear();
      cache.set(key, catalogue);
      return catalogue;
    },
  };
}

/** What an endpoint would list to a principal if it had these settings; undefined: it would not let the principal in. */
export function listTools(
  tools: readonly Tool[],
  endpoint: Pick<Endpoint, 'settings'>,
  principal: Principal,
): ListedTool[] | undefined {
  return listOffered(tools, endpoint, principal)?.map((tool) => describeTool(tool, endpoint, principal));
}

/** What an endpoint would offer a principal if it had these settings; undefined: it would not let the principal in. */
export function listOffered(
  tools: readonly Tool[],
  { settings }: Pick<Endpoint, 'settings'>,
  principal: Principal,
): Tool[] | undefined {
  const column = columnOf(settings.type, principal);
  if (column === undefined) return undefined;
  const placement = { column, profile: settings.profile };
  return tools.filter((tool) => isOffered(tool, placement, settings, principal));
}

/** Which column of SPEC 5 a principal meets on an endpoint of a type; undefined: none, the request is refused. */
function columnOf(type: EndpointSettings['type'], principal: Principal): Column | undefined {
  if (principal.kind === 'user') return type === 'agent' ? undefined : 'user';
  return type === 'user' ? undefined : type;
}

/** Everything about a principal that decides what it is offered. */
function classOf(principal: Principal): string {
  const scopes = [...principal.scopes].sort().join(',');
  if (principal.kind !== 'agent') return `${principal.kind} ${scopes}`;
  const { administrator, areas } = principal.role;
  return `agent ${scopes} ${administrator} ${Object.values(areas).join(',')}`;
}

function isOffered(tool: Tool, placement: Placement, settings: EndpointSettings, principal: Principal): boolean {
  const { column, profile } = placement;
  const offer = tool.offered[column];
  if (offer === 'no' || !isIn(profile, sinceIn(column, tool.since))) return false;
  const chosen = settings.tools.includes(tool.name) || (offer === 'listed' && settings.includeAllSystemTools);
  if (!(tool.custom?.enabled ?? chosen)) return false;
  if (tool.forAgentsOnly === true && principal.kind === 'service') return false;
  if (!hasScope(tool, principal.scopes)) return false;
  return settings.mode === 'halo-compatible' || findMissingNeed(tool, principal) === undefined;
}

/** Collections, and with them everything for users, came with 2.232. */
function sinceIn(column: Column, since: Profile): Profile {
  return column === 'user' && isIn('2.232', since) ? '2.232' : since;
}

/** The tool as it is listed where it is offered: in the column of the principal, or in the first that has it. */
export function describeTool(tool: Tool, { settings }: Pick<Endpoint, 'settings'>, principal: Principal): ListedTool {
  const own = columnOf(settings.type, principal);
  const columns: readonly Column[] = [...(own === undefined ? [] : [own]), 'default', 'agent', 'user'];
  const column = columns.find((each) => tool.offered[each] !== 'no') ?? 'default';
  const listed = listTool(tool, tool.input({ column, profile: settings.profile }));
  return { ...listed, description: settings.descriptions[tool.name] ?? listed.description };
}

function redescribe(offered: OfferedTool, descriptions: EndpointSettings['descriptions']): OfferedTool {
  const description = descriptions[offered.tool.name];
  return description === undefined ? offered : { ...offered, listed: { ...offered.listed, description } };
}

/** The scopes that a tool needs: of each group any one, and none of an empty one. */
export function listScopeGroups({ scopes, also }: Pick<Tool, 'scopes' | 'also'>): readonly (readonly Scope[])[] {
  return also === undefined ? [scopes] : [scopes, also.scopes];
}

export function hasOneOf(scopes: readonly Scope[], held: ReadonlySet<Scope>): boolean {
  return scopes.length === 0 || scopes.some((scope) => coversScope(held, scope));
}

function hasScope(tool: Tool, held: ReadonlySet<Scope>): boolean {
  return listScopeGroups(tool).every((group) => hasOneOf(group, held));
}

/** What the principal's role would have to allow for the tool and does not. */
export function findMissingNeed({ needs, also }: Tool, principal: Principal): Tool['needs'] {
  if (principal.kind !== 'agent' || principal.role.administrator) return undefined;
  const { areas } = principal.role;
  return [needs, also?.needs].find(
    (need) => need !== undefined && levels.indexOf(areas[need.area]) < levels.indexOf(need.level),
  );
}

function createOfferCache(): (tool: Tool, placement: Placement) => OfferedTool {
  // By the tool itself: two endpoints may have custom tools of one name.
  const offers = new WeakMap<Tool, Map<string, OfferedTool>>();
  return (tool, placement) => {
    const ofTool = offers.get(tool) ?? new Map<string, OfferedTool>();
    offers.set(tool, ofTool);
    const key = `${placement.column} ${placement.profile}`;
    const known = ofTool.get(key);
    if (known !== undefined) return known;
    const input = tool.input(placement);
    const offered: OfferedTool = { tool, input, listed: listTool(tool, input) };
    ofTool.set(key, offered);
    return offered;
  };
}

function listTool(tool: Tool, input: z.ZodObject): ListedTool {
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: toSchema(input, 'input'),
    ...(tool.content === undefined ? { outputSchema: toSchema(tool.output, 'output') } : {}),
    annotations: {
      title: tool.title,
      readOnlyHint: tool.kind === 'read',
      destructiveHint: tool.destructive ?? false,
      idempotentHint: tool.idempotent ?? tool.kind === 'read',
      openWorldHint: false,
    },
  };
}

/** 2020-12 is what MCP assumes, so the dialect is left out (models pay for it) unless the schema itself names one. */
function toSchema(schema: z.ZodObject, io: 'input' | 'output'): ListedTool['inputSchema'] {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  const dialect = schema.meta()?.['$schema'];
  return { ...(dialect === undefined ? {} : { $schema: dialect }), ...rest, type: 'object' };
}
