import type { CustomTool } from '../../src-shared/domain/custom-tools.ts';
import { collectionSettings, defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import { getCollection, planChanged } from './change-collection.ts';
import { applyProposal } from './change-endpoint.ts';
import type { DoorCore, RouteContext } from './route-context.ts';

export function getCustomTool(core: DoorCore, { id, settings }: Endpoint, name: string): CustomTool {
  const found = settings.customTools.find((tool) => tool.name === name);
  if (found !== undefined) return found;
  throw new AppError('not_found', `"${core.endpoints.nameOf(id)}" has no custom tool named ${name}.`);
}

/** The endpoint's custom tools with this one at the end, or in the place of the one that it replaces. */
export function placeTool(
  core: DoorCore,
  endpoint: Endpoint,
  tool: CustomTool,
  replaces: string | undefined,
): CustomTool[] {
  const { customTools } = endpoint.settings;
  if (replaces === undefined) return [...customTools, tool];
  const before = getCustomTool(core, endpoint, replaces);
  return customTools.map((each) => (each === before ? tool : each));
}

/** Saves the endpoint with these custom tools alone changed; saving what is already so would be a new version of nothing. */
export function saveCustomTools({ core, actor }: RouteContext, endpoint: Endpoint, customTools: CustomTool[]): void {
  const { endpoints } = core;
  const { id, settings } = endpoint;
  if (JSON.stringify(customTools) === JSON.stringify(settings.customTools)) return;
  if (id === defaultEndpointId) {
    endpoints.save(id, { customTools: applyProposal(settings, { customTools }, core).customTools }, actor);
    return;
  }
  const collection = getCollection(core, id);
  const after = planChanged(core, collection, { customTools });
  if (after !== collection.settings) endpoints.putCollection(id, collectionSettings.parse(after), actor);
}
