import type { Model } from 'openai/resources/models';

/** The name under which the offline model is listed. A request may name any other: the same model answers it. */
const offlineModel = 'offline';

export function listModels(startedAt: number): { readonly object: 'list'; readonly data: readonly Model[] } {
  return { object: 'list', data: [describeModel(offlineModel, startedAt)] };
}

/** `startedAt` in epoch milliseconds. */
export function describeModel(id: string, startedAt: number): Model {
  return { id, object: 'model', created: Math.floor(startedAt / 1000), owned_by: 'halo-mcp-workbench' };
}
