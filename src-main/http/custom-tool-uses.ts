import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { SetupKind } from '../../src-shared/domain/ticket-setup.ts';
import type { UsesRow } from '../db/repositories/record-uses.ts';
import type { DoorCore } from './route-context.ts';

/** The settings of custom tools that name what tickets are set up with. */
const settingOf: Readonly<Partial<Record<SetupKind, string>>> = { ticket_type: 'typeId', template: 'templateId' };

/** How many custom tools, on all endpoints, are made of a type or a template. */
export function countCustomToolUses(
  { endpoints }: Pick<DoorCore, 'endpoints'>,
  kind: SetupKind,
  id: number,
): UsesRow[] {
  const name = settingOf[kind];
  if (name === undefined) return [];
  const all = [endpoints.get(defaultEndpointId), ...endpoints.listCollections()];
  const tools = all.flatMap(({ settings }) => settings.customTools).filter(({ settings }) => settings[name] === id);
  return tools.length === 0 ? [] : [{ table: 'custom_tool', count: tools.length }];
}
