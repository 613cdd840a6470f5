import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answer, call } from '../support/scripted-model.ts';
import { passBack, type ServedResponses, serveResponses, typesOf } from '../support/serve-responses.ts';
import { agent } from '../support/small-desk.ts';

let api: ServedResponses;

beforeAll(async () => {
  api = await serveResponses();
});

afterAll(() => api.served.close());
beforeEach(() => api.model.plan());

describe('the workbench’s own endpoint', () => {
  test('is listed and called by the server, and the model reads the result', async () => {
    api.model.plan(call('mcp:halo:get_user_info'), answer('You are Ada.'));
    const response = await api.ask(api.halo());
    expect(typesOf(response)).toEqual(['mcp_list_tools', 'mcp_call', 'message']);
    const [list, made] = response.output;
    expect(list).toMatchObject({ server_label: 'halo', tools: expect.arrayContaining([]) as unknown });
    expect(made).toMatchObject({ name: 'get_user_info', arguments: '{}', error: null, status: 'completed' });
    expect(made?.type === 'mcp_call' && made.output).toContain('Ada');
    expect(api.model.last().turns.at(-1)).toMatchObject({ kind: 'result', outcome: 'done' });
    expect(api.model.last().tools.find(({ name }) => name === 'get_user_info')).toMatchObject({
      key: 'mcp:halo:get_user_info',
      title: 'Get User Info',
      readOnly: true,
    });
  });

  test('does not hear its key repeated, by the response or by what is kept', async () => {
    const response = await api.ask(
      api.halo({ authorization: undefined as never, headers: { 'X-Halo-Api-Key': api.key } }),
    );
    expect(JSON.stringify(response)).not.toContain(api.key);
    expect(JSON.stringify(await api.client.responses.retrieve(response.id))).not.toContain(api.key);
    expect(response.tools[0]).toMatchObject({ server_url: `${api.served.url}/<redacted>` });
  });

  test('may be named localhost, and takes its key as authorization', async () => {
    const url = api.served.endpoint.replace('127.0.0.1', 'localhost');
    const response = await api.ask(api.halo({ server_url: url, headers: null, authorization: api.key }));
    expect(typesOf(response)).toEqual(['mcp_list_tools', 'message']);
  });

  test('is not listed again when the conversation holds the list', async () => {
    const first = await api.ask(api.halo());
    api.model.plan(call('mcp:halo:get_user_info'));
    const second = await api.ask(api.halo(), { previous_response_id: first.id });
    expect(typesOf(second)).toEqual(['mcp_call', 'message']);
    api.model.plan(call('mcp:halo:get_user_info'));
    const third = await api.ask(api.halo(), { input: passBack(first), store: false });
    expect(typesOf(third)).toEqual(['mcp_call', 'message']);
  });

  test('offers the tools that allowed_tools leaves', async () => {
    await api.ask(api.halo({ allowed_tools: ['get_user_info', 'assign_to_me'] }));
    const offered = api.model.last().tools.map(({ name }) => name);
    expect(offered.toSorted()).toEqual(['assign_to_me', 'get_user_info']);
    await api.ask(api.halo({ allowed_tools: { read_only: true } }));
    expect(api.model.last().tools.every(({ readOnly }) => readOnly === true)).toBe(true);
    const choice = { type: 'mcp', server_label: 'halo', name: 'get_user_info' } as const;
    await expect(api.ask(api.halo(), { tool_choice: choice })).rejects.toMatchObject({ param: 'tool_choice' });
    expect(api.model.last()).toMatchObject({ mustCall: true, tools: [{ name: 'get_user_info' }] });
  });

  test('has its tools’ failures told as errors of the call', async () => {
    api.model.plan(call('mcp:halo:get_one_ticket', { ticket_id: 999_999 }));
    const response = await api.ask(api.halo());
    expect(response.output[1]).toMatchObject({
      type: 'mcp_call',
      status: 'failed',
      output: null,
      error: { type: 'mcp_tool_execution_error', content: [{ type: 'text' }] },
    });
    expect(api.model.last().turns.at(-1)).toMatchObject({ kind: 'result', outcome: 'failed' });
  });

  test('ends a response that could not be listed, with 424 and the status it gave', async () => {
    const wrong = api.halo({ headers: { Authorization: 'Bearer nonsense' } });
    await expect(api.ask(wrong)).rejects.toMatchObject({
      status: 424,
      type: 'external_connector_error',
      param: 'tools',
      code: 'http_error',
      message: expect.stringContaining('Http status code: 401 (Unauthorized)') as unknown,
    });
    const seen: ResponseStreamEvent['type'][] = [];
    const stream = api.client.responses.stream({ model: 'm', input: 'Hi', tools: [wrong] });
    stream.on('event', (event) => seen.push(event.type));
    await expect(stream.finalResponse()).rejects.toThrow('Error retrieving tool list');
    expect(seen).toEqual(expect.arrayContaining(['response.mcp_list_tools.failed', 'response.output_item.done']));
  });

  test('is called no more often than max_tool_calls says', async () => {
    api.model.plan(call('mcp:halo:get_user_info'));
    const response = await api.ask(api.halo(), { max_tool_calls: 1 });
    expect(typesOf(response)).toEqual(['mcp_list_tools', 'mcp_call', 'message']);
    expect(api.model.last().tools).toEqual([]);
  });

  test('is called for 32 rounds at most', async () => {
    api.model.plan(...Array.from({ length: 40 }, () => call('mcp:halo:get_user_info')));
    const response = await api.ask(api.halo());
    expect(response.status).toBe('incomplete');
    expect(typesOf(response).filter((type) => type === 'mcp_call')).toHaveLength(32);
  });

  test('streams listing and calling in the order of the API', async () => {
    api.model.plan(call('mcp:halo:get_user_info'), answer('Ada'));
    const stream = await api.client.responses.create({ model: 'm', input: 'Hi', tools: [api.halo()], stream: true });
    const seen: string[] = [];
    for await (const event of stream) seen.push(event.type);
    expect(seen.slice(2, -7)).toEqual([
      'response.output_item.added',
      'response.mcp_list_tools.in_progress',
      'response.mcp_list_tools.completed',
      'response.output_item.done',
      'response.output_item.added',
      'response.mcp_call.in_progress',
      'response.mcp_call_arguments.delta',
      'response.mcp_call_arguments.done',
      'response.mcp_call.completed',
      'response.output_item.done',
    ]);
    expect(seen.at(-1)).toBe('response.completed');
  });
});

const note = (ticket: number, text: string) => call('mcp:halo:add_note_to_ticket', { ticket_id: ticket, note: text });

test('a call by a response is in the activity log as its key’s own', async () => {
  api.model.plan(note(1, 'traced'));
  await api.ask(api.halo());
  const row = api.served.core.database.connection
    .prepare("SELECT principal, client FROM trace_call WHERE tool = 'add_note_to_ticket' ORDER BY id DESC LIMIT 1")
    .get() as { principal: string; client: string };
  expect(row.principal).toBe(`agent:${agent.ada}`);
  expect(row.client).toContain('Offline model');
});
