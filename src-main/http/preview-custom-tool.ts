import type { CustomToolChoices, CustomToolPreview } from '../../src-shared/api/custom-tools.ts';
import type { CustomTool } from '../../src-shared/domain/custom-tools.ts';
import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { estimateTokens } from '../../src-shared/domain/estimate-tokens.ts';
import { isIn } from '../../src-shared/domain/profiles.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import { describeTool, type ListedTool, listOffered } from '../tools/catalogue.ts';
import { checkCustomTools } from '../tools/check-custom-tools.ts';
import { columnsOf } from '../tools/choose-tools.ts';
import type { Tool } from '../tools/define-tool.ts';
import { widestPrincipal } from '../tools/widest-principal.ts';
import { placeTool } from './change-custom-tools.ts';
import type { DoorCore } from './route-context.ts';

/** What the endpoint would list of a custom tool, and what an administrator would want to know of it. */
export function previewCustomTool(
  core: DoorCore,
  endpoint: Endpoint,
  tool: CustomTool,
  replaces: string | undefined,
): CustomToolPreview {
  const { settings } = endpoint;
  const built = buildAlone(core, settings, tool);
  const own = buildAlone(core, settings, { ...tool, parameters: {} });
  const listings = listAs(built, settings);
  const described = listAs(own, settings).flatMap(({ listed }) => readParameters(listed));
  const names = [...new Set(described.map(({ name }) => name))];
  const trouble = findTrouble(core, endpoint, tool, replaces);
  return {
    ...(trouble !== undefined && { trouble }),
    listings: listings.map(({ audience, listed }) => ({
      audience,
      tool: { ...listed },
      estimatedTokens: estimateTokens(JSON.stringify(listed)),
    })),
    parameters: names.flatMap((name) => described.find((each) => each.name === name) ?? []),
    advice: advise(core, settings, built, names),
  };
}

/** What custom tools can be made of on the endpoint, each tried. */
export function listChoices(core: DoorCore, { settings }: Endpoint): CustomToolChoices {
  const { toolMaterial } = core.desk;
  const why = (use: string, of: CustomTool['settings']): { why?: string } => {
    const broken = buildAlone(core, settings, { ...nameless, use, settings: of }).custom?.broken;
    return broken === undefined ? {} : { why: broken };
  };
  return {
    types: toolMaterial.listTypes().map(({ id, name }) => ({
      ...{ id, name, fields: toolMaterial.listTypeFields(id).length },
      ...why('log_ticket', { of: 'type', typeId: id }),
    })),
    templates: toolMaterial.listTemplates().map(({ id, name, typeId, typeName }) => ({
      ...{ id, name, typeName, fields: toolMaterial.listTypeFields(typeId).length },
      ...why('log_ticket', { of: 'template', templateId: id }),
    })),
    outcomes: toolMaterial.listOutcomes().map(({ id, name, label, quick }) => ({
      ...{ id, name: label === name ? name : `${label} (${name})`, quick: quick === 1 },
      fields: toolMaterial.listOutcomeFields(id).length,
      ...why('specific_action', { outcomeId: id }),
    })),
    abilities: core.abilities.list().map(({ id, ability: { name, about } }) => ({
      ...{ id, name, about },
      ...why('ai_ability', { abilityId: id }),
    })),
  };
}

const nameless = { name: '', title: '', instruction: '', parameters: {}, enabled: true };

function buildAlone({ endpointTools }: DoorCore, settings: EndpointSettings, tool: CustomTool): Tool {
  const built = endpointTools.of({ ...settings, customTools: [tool] }).at(-1);
  if (built === undefined) throw new Error('Every custom tool is built.');
  return built;
}

interface Listing {
  readonly audience: 'agents' | 'users';
  readonly listed: ListedTool;
}

function listAs(tool: Tool, settings: EndpointSettings): Listing[] {
  return columnsOf(settings.type)
    .filter((column) => tool.offered[column] !== 'no')
    .map((column) => ({
      audience: column === 'user' ? 'users' : 'agents',
      listed: describeTool(tool, { settings }, widestPrincipal(column)),
    }));
}

function readParameters({ inputSchema }: ListedTool): CustomToolPreview['parameters'] {
  const properties = (inputSchema['properties'] ?? {}) as Record<string, { description?: string }>;
  const required = (inputSchema['required'] ?? []) as string[];
  return Object.entries(properties).map(([name, { description = '' }]) => ({
    ...{ name, description, required: required.includes(name) },
  }));
}

function findTrouble(
  core: DoorCore,
  endpoint: Endpoint,
  tool: CustomTool,
  replaces: string | undefined,
): string | undefined {
  try {
    const customTools = placeTool(core, endpoint, tool, replaces);
    checkCustomTools({ ...endpoint.settings, customTools }, undefined, core.endpointTools);
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function advise(
  { endpointTools }: DoorCore,
  settings: EndpointSettings,
  { custom, since }: Tool,
  parameters: readonly string[],
): string[] {
  if (custom?.broken !== undefined) return [];
  const offers = (name: string): boolean =>
    columnsOf(settings.type).some((column) =>
      listOffered(endpointTools.of(settings), { settings }, widestPrincipal(column))?.some(
        (tool) => tool.name === name,
      ),
    );
  return [
    ...(isIn(settings.profile, since)
      ? []
      : [
          `Halo has such tools from ${since} on. The endpoint imitates ${settings.profile}, so it does not offer this one.`,
        ]),
    ...(parameters.includes('ticket_id') && !offers('get_one_ticket')
      ? ['The endpoint does not offer get_one_ticket, so a model cannot see which step a ticket is on.']
      : []),
    ...(custom?.advice ?? []),
  ];
}
