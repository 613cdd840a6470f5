import OpenAI from 'openai';
import type { ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSampleRequest } from '../../src-shared/domain/client-snippets.ts';
import { serveCore, type ServedCore } from '../support/serve-core.ts';

let served: ServedCore;
let key: string;

beforeAll(async () => {
  served = await serveCore({ newDesk: 'demo' });
  key = served.createKey();
}, 60_000);

afterAll(() => served.close());

test('the guide’s sample request, unchanged, logs a ticket, assigns it to the key’s agent and names it', async () => {
  const client = new OpenAI({ apiKey: key, baseURL: `${served.url}/v1`, maxRetries: 0 });
  const sample = createSampleRequest({ url: served.endpoint, key, name: 'Default endpoint' });
  const response = await client.responses.create(sample as ResponseCreateParamsNonStreaming);
  expect(response.error).toBeNull();
  expect(response.status).toBe('completed');
  const calls = response.output.flatMap((item) => (item.type === 'mcp_call' ? [item] : []));
  expect(calls.map(({ name, error }) => ({ name, error }))).toEqual(
    expect.arrayContaining([
      { name: 'create_ticket', error: null },
      { name: 'assign_to_me', error: null },
    ]),
  );
  const { ticket_id: id } = JSON.parse(calls.at(-1)?.arguments ?? '{}') as { ticket_id: number };
  const ticket = served.core.database.connection
    .prepare('SELECT agent_id, summary FROM desk_ticket WHERE id = ?')
    .get(id) as { agent_id: number; summary: string };
  const me = served.core.access.principalByEmail(undefined);
  expect(ticket.agent_id).toBe(me.kind === 'agent' ? me.agentId : undefined);
  expect(ticket.summary).toMatch(/Halo Remote MCP Server/i);
  expect(response.output_text).toContain(String(id));
});
