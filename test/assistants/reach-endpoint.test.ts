import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ConversationSetup, conversationSetup } from '../../src-shared/domain/conversations.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import type { StoredCall } from '../../src-main/db/repositories/activity-repository.ts';
import { answer, call } from '../support/scripted-model.ts';
import { type ServedResponses, serveResponses, typesOf } from '../support/serve-responses.ts';
import { agent, user } from '../support/small-desk.ts';

let api: ServedResponses;

beforeAll(async () => {
  api = await serveResponses();
});
afterAll(() => api.served.close());
beforeEach(() => {
  api.model.plan();
  api.served.configure({ enabled: true });
});

const offline = { name: 'Offline model', isOffline: true, baseUrl: 'http://127.0.0.1/v1' };
const openAi = { name: 'OpenAI', isOffline: false, baseUrl: 'https://api.openai.com/v1' };

const setupOf = (more: Partial<ConversationSetup> = {}): ConversationSetup =>
  conversationSetup.parse({
    ...{ connectionId: 'offline', endpointId: defaultEndpointId, as: `agent:${agent.tess}` },
    ...{ toolLoop: 'hosted', askBefore: 'nothing', ...more },
  });
const reach = (setup: ConversationSetup, from = offline, written?: (call: StoredCall) => void) =>
  api.served.core.reachEndpoint(setup, from, { written });

describe('an endpoint that a model’s server calls itself', () => {
  test('is called as the person of the set-up, through no application, and tells of each call', async () => {
    const calls: StoredCall[] = [];
    const { tool, end } = reach(setupOf(), offline, (made) => calls.push(made));
    api.model.plan(call('mcp:halo:get_user_info'), answer('You are Tess.'));
    const response = await api.ask(tool);
    end();
    expect(typesOf(response)).toEqual(['mcp_list_tools', 'mcp_call', 'message']);
    expect(calls).toMatchObject([
      { tool: 'get_user_info', principal: `agent:${agent.tess}`, applicationId: null, errorCode: null },
    ]);
    expect(api.served.core.activity.find(calls[0]?.id ?? 0)).toMatchObject({ tool: 'get_user_info' });
  });

  test('lets nobody in once the request has ended, nor at another endpoint, nor at the Responses API', async () => {
    const other = api.served.core.endpoints.listCollections()[0]?.id ?? (await createCollection());
    const { tool, end } = reach(setupOf());
    const elsewhere = { ...tool, server_url: `${api.served.endpoint}/${other}` };
    await expect(api.ask(elsewhere)).rejects.toThrow(/403/);
    const key = (tool.headers?.['Authorization'] ?? '').replace('Bearer ', '');
    await expect(api.connect(key).models.list()).rejects.toThrow(/opens an MCP endpoint alone/);
    end();
    await expect(api.ask(tool)).rejects.toThrow(/401/);
  });

  test('leaves no session open behind the request', async () => {
    const { tool, end } = reach(setupOf());
    const before = api.served.openSessions;
    const client = new Client({ name: 'Elsewhere', version: '1' });
    const headers = { authorization: tool.headers?.['Authorization'] ?? '' };
    await client.connect(new StreamableHTTPClientTransport(new URL(api.served.endpoint), { requestInit: { headers } }));
    expect((await client.listTools()).tools.length).toBeGreaterThan(0);
    expect(api.served.openSessions).toBe(before + 1);
    end();
    expect(api.served.openSessions).toBe(before);
    await client.close();
  });

  test('answers with 404 while it is off, whoever has a key already', async () => {
    const { tool } = reach(setupOf());
    api.served.configure({ enabled: false });
    await expect(api.ask(tool)).rejects.toThrow(/404/);
    expect(() => reach(setupOf())).toThrow(/is off/);
  });

  test.each([
    ['every-call', ['mcp_list_tools', 'mcp_approval_request'], ['mcp_list_tools', 'mcp_approval_request']],
    ['changes', ['mcp_list_tools', 'mcp_call', 'message'], ['mcp_list_tools', 'mcp_approval_request']],
    ['nothing', ['mcp_list_tools', 'mcp_call', 'message'], ['mcp_list_tools', 'mcp_call', 'message']],
  ] as const)('asks before %s as the set-up says', async (askBefore, reads, writes) => {
    const { tool } = reach(setupOf({ askBefore, as: `agent:${agent.ada}` }));
    api.model.plan(call('mcp:halo:get_user_info'));
    expect(typesOf(await api.ask(tool))).toEqual(reads);
    api.model.plan(call('mcp:halo:add_note_to_ticket', { ticket_id: 1, note: askBefore }));
    expect(typesOf(await api.ask(tool))).toEqual(writes);
    expect(api.countNotes(askBefore)).toBe(askBefore === 'nothing' ? 1 : 0);
  });

  test('hides its key from whatever is kept of a request', async () => {
    const { tool, hide } = reach(setupOf());
    const text = JSON.stringify({ tools: [tool] });
    expect(text).toMatch(/halo_pass_/);
    expect(hide(text)).not.toMatch(/halo_pass_/);
    const events: ResponseStreamEvent[] = [];
    const stream = await api.client.responses.create({ model: 'offline', input: 'Hi', tools: [tool], stream: true });
    for await (const event of stream) events.push(event);
    expect(JSON.stringify(events)).not.toMatch(/halo_pass_/);
  });

  test('is named by its public address or a tunnel for a server elsewhere, and refused without either', () => {
    expect(() => reach(setupOf(), openAi)).toThrow(/is elsewhere/);
    expect(reach(setupOf({ reach: { by: 'tunnel', tunnelId: 'tunnel_0' } })).tool.server_url).toBe(api.served.endpoint);
    const url = 'https://desk.example.com/api/mcp';
    expect(reach(setupOf({ reach: { by: 'address', url } }), openAi).tool).toEqual({
      ...{ type: 'mcp', server_label: 'halo', server_url: url, require_approval: 'never' },
      headers: { Authorization: expect.stringMatching(/^Bearer halo_pass_/) as unknown },
    });
    expect(reach(setupOf({ reach: { by: 'tunnel', tunnelId: 'tunnel_0' } }), openAi).tool).toEqual({
      ...{ type: 'mcp', server_label: 'halo', tunnel_id: 'tunnel_0', require_approval: 'never' },
      authorization: expect.stringMatching(/^halo_pass_/) as unknown,
    });
  });

  test('is refused for somebody whom it does not let in, or who is gone', async () => {
    const id = await createCollection('agent');
    expect(() => reach(setupOf({ endpointId: id, as: `user:${user.uma}` }))).toThrow(/is not for Uma/);
    expect(() => reach(setupOf({ as: `agent:${agent.gone}` }))).toThrow(/is disabled/);
    expect(() => reach(setupOf({ endpointId: 'nowhere' }))).toThrow(/is gone/);
  });
});

let collections = 0;
async function createCollection(type: 'agent' | 'user' = 'user'): Promise<string> {
  const id = `00000000-0000-4000-8000-00000000000${(collections += 1)}`;
  const { endpoints } = api.served.core;
  const { settings } = endpoints.get(defaultEndpointId);
  endpoints.putCollection(
    id,
    { ...settings, type, name: `C${collections}`, slug: `c${collections}`, enabled: true },
    'test',
  );
  return id;
}
