import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Column, SystemTool } from '../../src-main/tools/define-tool.ts';
import { systemTools } from '../../src-main/tools/system/index.ts';
import { type Profile, profiles } from '../../src-shared/domain/profiles.ts';

const columns: Column[] = ['default', 'agent', 'user'];
const placements = columns.flatMap((column) => profiles.map((profile) => ({ column, profile })));

const inputSchema = (tool: SystemTool, column: Column, profile: Profile = 'latest') =>
  z.toJSONSchema(tool.input({ column, profile }), { io: 'input' });

/** Every schema inside a JSON schema, itself included. */
function nested(schema: unknown): Record<string, unknown>[] {
  if (Array.isArray(schema)) return schema.flatMap(nested);
  if (typeof schema !== 'object' || schema === null) return [];
  return [schema as Record<string, unknown>, ...Object.values(schema).flatMap(nested)];
}

test('The columns are those of the specification.', () => {
  const letters = { listed: 'x', extra: '(x)', no: '-' };
  const table = systemTools.map(
    (tool) =>
      `${tool.name} ${columns.map((column) => letters[tool.offered[column]]).join(' ')} ${tool.kind} ${tool.since}`,
  );
  expect(table.sort()).toEqual([
    'action_ticket x x x write 2.204',
    'add_note_to_ticket x (x) - write 2.204',
    'apply_suggestion x x - write 2.204',
    'assign_to_me x x - write 2.204',
    'create_ticket x (x) x write 2.204',
    'get_assets x (x) - read 2.236',
    'get_assigned_tickets x x - read 2.204',
    'get_clients (x) (x) - read latest',
    'get_knowledge x x x read 2.204',
    'get_matches x x - read 2.204',
    'get_my_tickets - - x read 2.232',
    'get_one_article x x x read 2.204',
    'get_one_asset x (x) - read 2.236',
    'get_one_client (x) (x) - read latest',
    'get_one_site (x) (x) - read latest',
    'get_one_ticket x x x read 2.204',
    'get_one_user x (x) - read 2.236',
    'get_sites (x) (x) - read latest',
    'get_user_info x x x read 2.204',
    'get_users x (x) - read 2.236',
    'log_service_request x x x read 2.204',
    'log_time x x - write 2.204',
    'search_tickets x x x read 2.204',
    'update_ticket - - x write 2.232',
    'use_specific_action x x x write 2.238',
  ]);
});

test.each(systemTools.map((tool) => [tool.name, tool] as const))(
  '%s takes described arguments only.',
  (_name, tool) => {
    for (const { column, profile } of placements) {
      const schema = inputSchema(tool, column, profile);
      expect(schema.additionalProperties).toBe(false);
      for (const property of Object.values(schema.properties ?? {})) expect(property).toHaveProperty('description');
    }
  },
);

test.each(systemTools.map((tool) => [tool.name, tool] as const))('%s publishes plain schemas.', (_name, tool) => {
  const output = z.toJSONSchema(tool.output, { io: 'output' });
  for (const schema of nested([output, inputSchema(tool, 'default'), inputSchema(tool, 'user')])) {
    expect(schema).not.toHaveProperty('$ref');
    expect(Object.values(schema)).not.toContain(Number.MAX_SAFE_INTEGER);
    if (schema['type'] !== 'object' || schema['properties'] === undefined) continue;
    expect(schema['additionalProperties']).toBe(false);
  }
  for (const schema of nested(output).filter((each) => each['type'] === 'object')) {
    expect(schema['required']).toEqual(Object.keys(schema['properties'] as object));
  }
});

test('Agents say whose ticket they log, users do not, and the type is a choice from 2.232 on.', () => {
  const createTicket = systemTools.find((tool) => tool.name === 'create_ticket') as SystemTool;
  const names = (column: Column, profile: Profile) =>
    Object.keys(inputSchema(createTicket, column, profile).properties ?? {}).join(' ');
  expect(names('default', '2.204')).toBe('user_email summary description');
  expect(names('agent', '2.232')).toBe('user_email summary description ticket_type');
  expect(names('user', 'latest')).toBe('summary description ticket_type');
  expect(inputSchema(createTicket, 'default').required).toEqual(['user_email', 'summary', 'description']);
});
