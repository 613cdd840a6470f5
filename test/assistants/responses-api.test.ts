import OpenAI from 'openai';
import type { FunctionTool, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';
import { serveCore, type ServedCore } from '../support/serve-core.ts';

const model = createScriptedModel();
const logged: string[] = [];
let served: ServedCore;
let key: string;
let client: OpenAI;

beforeAll(async () => {
  const log = { ...quietLog, error: (message: string) => void logged.push(message) };
  served = await serveCore({ decide: model.decide }, createSystemPorts(log));
  key = served.createKey();
  client = connect(key);
});

afterAll(() => served.close());
beforeEach(() => model.plan());

function connect(apiKey: string): OpenAI {
  return new OpenAI({ apiKey, baseURL: `${served.url}/v1`, maxRetries: 0 });
}

/** A request as curl sends it; undefined leaves out the key. */
async function post(body: unknown, apiKey: string | undefined = key, path = '/v1/responses') {
  const reply = await fetch(served.url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: reply.status, body: (await reply.json()) as { error: Record<string, unknown> } };
}

const weather: FunctionTool = {
  type: 'function',
  name: 'get_weather',
  description: 'The weather of a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  strict: false,
};

async function collect(stream: AsyncIterable<ResponseStreamEvent>): Promise<ResponseStreamEvent[]> {
  const events: ResponseStreamEvent[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

describe('a response', () => {
  test('has the answer, the usage and what was asked for', async () => {
    model.plan(answer('Hello there.'));
    const response = await client.responses.create({
      model: 'gpt-4.1',
      input: 'Hi',
      instructions: 'Be brief.',
      metadata: { case: '7' },
    });
    expect(response.output_text).toBe('Hello there.');
    expect(response).toMatchObject({
      object: 'response',
      status: 'completed',
      model: 'gpt-4.1',
      instructions: 'Be brief.',
      metadata: { case: '7' },
      error: null,
      tool_choice: 'auto',
      parallel_tool_calls: true,
    });
    expect(response.usage).toMatchObject({ output_tokens: 3 });
    expect(response.usage?.total_tokens).toBe((response.usage?.input_tokens ?? 0) + 3);
    expect(model.last().turns).toEqual([
      { kind: 'message', role: 'system', text: 'Be brief.' },
      { kind: 'message', role: 'user', text: 'Hi' },
    ]);
  });

  test('goes on from a previous one, whose instructions it does not take over', async () => {
    model.plan(answer('One.'));
    const first = await client.responses.create({ model: 'm', input: 'First', instructions: 'Old.' });
    model.plan(answer('Two.'));
    const second = await client.responses.create({ model: 'm', input: 'Second', previous_response_id: first.id });
    expect(second.previous_response_id).toBe(first.id);
    expect(model.last().turns.map((turn) => (turn.kind === 'message' ? turn.text : turn.kind))).toEqual([
      'First',
      'One.',
      'Second',
    ]);
    const listed = await client.responses.inputItems.list(second.id, { order: 'asc' });
    expect(listed.data.map((item) => item.type)).toEqual(['message', 'message', 'message']);
  });

  test('is kept for its key alone, until it is deleted; none is kept with store false', async () => {
    const kept = await client.responses.create({ model: 'm', input: 'Hi' });
    expect((await client.responses.retrieve(kept.id)).output_text).toBe('Done.');
    await expect(client.responses.retrieve(kept.id, { stream: true })).rejects.toMatchObject({ param: 'stream' });
    const other = connect(served.createKey());
    await expect(other.responses.retrieve(kept.id)).rejects.toMatchObject({ status: 404 });
    await expect(other.responses.delete(kept.id)).rejects.toMatchObject({ status: 404 });
    const stolen = other.responses.create({ model: 'm', input: 'Hi', previous_response_id: kept.id });
    await expect(stolen).rejects.toMatchObject({ status: 400, code: 'previous_response_not_found' });
    await client.responses.delete(kept.id);
    await expect(client.responses.retrieve(kept.id)).rejects.toMatchObject({ status: 404 });
    const unkept = await client.responses.create({ model: 'm', input: 'Hi', store: false });
    await expect(client.responses.retrieve(unkept.id)).rejects.toMatchObject({ status: 404 });
  });

  test('comes in a conversation of a thousand turns with their calls, and not in an endless one', async () => {
    const turn = (number: number) => [
      { role: 'user', content: 'Who am I?' },
      { type: 'function_call', call_id: `c${number}`, name: 'get_weather', arguments: '{}' },
      { type: 'function_call_output', call_id: `c${number}`, output: 'Mild.' },
      { role: 'assistant', content: 'You are told.' },
    ];
    const turns = (count: number) => Array.from({ length: count }, (_, number) => turn(number)).flat();
    model.plan(answer('Still here.'));
    const long = await post({ model: 'any', store: false, input: [...turns(1000), { role: 'user', content: 'Hi' }] });
    expect(long.status, JSON.stringify(long.body.error)).toBe(200);
    const endless = await post({ model: 'any', input: turns(2501) });
    expect(endless).toMatchObject({ status: 400, body: { error: { type: 'invalid_request_error' } } });
  });

  test('that is too long for max_output_tokens is cut and incomplete', async () => {
    model.plan(answer('word '.repeat(100)));
    const response = await client.responses.create({ model: 'm', input: 'Hi', max_output_tokens: 16 });
    expect(response.status).toBe('incomplete');
    expect(response.incomplete_details).toEqual({ reason: 'max_output_tokens' });
    expect(response.output_text).toHaveLength(64);
    expect(response.usage?.output_tokens).toBe(16);
  });

  test('calls a function, whose output the caller sends with the next request', async () => {
    model.plan(call('function:get_weather', { city: 'Leeds' }));
    const first = await client.responses.create({ model: 'm', input: 'Weather in Leeds?', tools: [weather] });
    const [item] = first.output;
    expect(item).toMatchObject({ type: 'function_call', name: 'get_weather', arguments: '{"city":"Leeds"}' });
    const callId = item?.type === 'function_call' ? item.call_id : '';
    await expect(
      client.responses.create({ model: 'm', input: 'Well?', previous_response_id: first.id }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('No tool output found') as unknown });
    const output = { type: 'function_call_output', call_id: callId, output: 'Rain.' } as const;
    await client.responses.create({ model: 'm', input: [output], previous_response_id: first.id, tools: [weather] });
    expect(model.last().turns.slice(1)).toEqual([
      { kind: 'call', id: callId, tool: 'function:get_weather', arguments: { city: 'Leeds' } },
      { kind: 'result', callId, text: 'Rain.', outcome: 'done' },
    ]);
    // The same without anything kept here: the caller passes all of it back.
    const question = { role: 'user', content: 'Weather in Leeds?' } as const;
    const whole = [question, ...(first.output as OpenAI.Responses.ResponseInput), output];
    await client.responses.create({ model: 'm', input: whole, store: false, tools: [weather] });
    expect(model.last().turns).toHaveLength(3);
  });

  test('offers the model what tool_choice leaves, and insists where it must', async () => {
    const other = { ...weather, name: 'get_time' };
    const ask = (choice: OpenAI.Responses.ResponseCreateParams['tool_choice']) =>
      client.responses.create({
        model: 'm',
        input: 'Hi',
        tools: [weather, other],
        ...(choice && { tool_choice: choice }),
      });
    await ask('none');
    expect(model.last().tools).toEqual([]);
    model.plan(call('function:get_time'));
    await ask({ type: 'function', name: 'get_time' });
    expect(model.last()).toMatchObject({ mustCall: true, tools: [{ name: 'get_time' }] });
    await ask({ type: 'allowed_tools', mode: 'auto', tools: [{ type: 'function', name: 'get_weather' }] });
    expect(model.last()).toMatchObject({ mustCall: false, tools: [{ name: 'get_weather' }] });
    await expect(ask('required')).rejects.toMatchObject({ status: 400, param: 'tool_choice' });
    await expect(ask({ type: 'function', name: 'nope' })).rejects.toMatchObject({ status: 400, param: 'tool_choice' });
  });

  test('with parallel_tool_calls off makes the first of several calls', async () => {
    const both = [
      { tool: 'function:get_weather', arguments: { city: 'A' } },
      { tool: 'function:get_weather', arguments: { city: 'B' } },
    ];
    model.plan({ kind: 'calls', calls: both });
    const two = await client.responses.create({ model: 'm', input: 'Hi', tools: [weather] });
    expect(two.output).toHaveLength(2);
    model.plan({ kind: 'calls', calls: both });
    const one = await client.responses.create({
      model: 'm',
      input: 'Hi',
      tools: [weather],
      parallel_tool_calls: false,
    });
    expect(one.output).toHaveLength(1);
  });
});

describe('a stream', () => {
  test('tells an answer in the order of the API, numbered, and ends with the whole response', async () => {
    model.plan(answer('Two words'));
    const events = await collect(await client.responses.create({ model: 'm', input: 'Hi', stream: true }));
    expect(events.map(({ type }) => type)).toEqual([
      'response.created',
      'response.in_progress',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_text.delta',
      'response.output_text.delta',
      'response.output_text.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.completed',
    ]);
    expect(events.map((event) => event.sequence_number)).toEqual(events.map((_, index) => index));
    const deltas = events.flatMap((event) => (event.type === 'response.output_text.delta' ? [event.delta] : []));
    expect(deltas.join('')).toBe('Two words');
    const [created] = events;
    expect(created).toMatchObject({ response: { status: 'in_progress', output: [] } });
    expect(events.at(-1)).toMatchObject({ response: { status: 'completed', output: [{ type: 'message' }] } });
  });

  test('is put together by the stream helper as the response that is kept', async () => {
    model.plan(call('function:get_weather', { city: 'Leeds' }));
    const stream = client.responses.stream({ model: 'm', input: 'Weather?', tools: [weather] });
    const seen: string[] = [];
    stream.on('event', (event) => seen.push(event.type));
    const final = await stream.finalResponse();
    expect(seen).toEqual(
      expect.arrayContaining(['response.function_call_arguments.delta', 'response.function_call_arguments.done']),
    );
    const kept = await client.responses.retrieve(final.id);
    expect(final.output).toMatchObject(kept.output);
  });

  test('of a cut answer ends with response.incomplete', async () => {
    model.plan(answer('word '.repeat(100)));
    const params = { model: 'm', input: 'Hi', stream: true, max_output_tokens: 16 } as const;
    const events = await collect(await client.responses.create(params));
    expect(events.at(-1)).toMatchObject({ type: 'response.incomplete', response: { status: 'incomplete' } });
  });
});

describe('a conversation', () => {
  test('collects what was said in it, and is its key’s alone', async () => {
    const conversation = await client.conversations.create({
      metadata: { topic: 'demo' },
      items: [{ role: 'user', content: 'My name is Ada.' }],
    });
    model.plan(answer('Hello Ada.'));
    const response = await client.responses.create({ model: 'm', input: 'Hi', conversation: conversation.id });
    expect(response.conversation).toEqual({ id: conversation.id });
    await client.responses.create({ model: 'm', input: 'And again', conversation: { id: conversation.id } });
    expect(model.last().turns.map((turn) => (turn.kind === 'message' ? turn.text : ''))).toEqual([
      ...['My name is Ada.', 'Hi', 'Hello Ada.', 'And again'],
    ]);
    const items = await client.conversations.items.list(conversation.id, { order: 'asc' });
    expect(items.data).toHaveLength(5);
    const [first] = items.data;
    await client.conversations.items.delete(first?.id ?? '', { conversation_id: conversation.id });
    const added = await client.conversations.items.create(conversation.id, {
      items: [{ role: 'user', content: 'More' }],
    });
    expect(added.data).toHaveLength(1);
    const other = connect(served.createKey());
    await expect(other.conversations.retrieve(conversation.id)).rejects.toMatchObject({ status: 404 });
    await client.conversations.update(conversation.id, { metadata: { topic: 'other' } });
    expect((await client.conversations.retrieve(conversation.id)).metadata).toEqual({ topic: 'other' });
    await client.conversations.delete(conversation.id);
    await expect(client.conversations.retrieve(conversation.id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('errors', () => {
  test('say who may call, as the API does', async () => {
    const body = { model: 'm', input: 'Hi' };
    const none = await post(body, '');
    expect(none).toMatchObject({ status: 401, body: { error: { type: 'invalid_request_error', param: null } } });
    const wrong = await post(body, `halo_${'x'.repeat(43)}`);
    expect(wrong).toMatchObject({ status: 401, body: { error: { code: 'invalid_api_key' } } });
    const elsewhere = await fetch(`${served.url}/v1/models`, {
      headers: { Authorization: `Bearer ${key}`, Origin: 'https://example.org' },
    });
    expect(elsewhere.status).toBe(403);
  });

  test.each([
    ['a missing model', { input: 'Hi' }, { param: 'model', code: 'missing_required_parameter' }],
    ['a missing input', { model: 'm' }, { param: 'input', code: 'missing_required_parameter' }],
    ['an unknown parameter', { model: 'm', input: 'Hi', inptu: 1 }, { param: 'inptu', code: 'unknown_parameter' }],
    ['a wrong type', { model: 'm', input: 7 }, { param: 'input', code: 'invalid_type' }],
    ['a type nested', { model: 'm', input: [{ role: 'user', content: 1 }] }, { param: 'input[0].content' }],
    [
      'an unknown role',
      { model: 'm', input: [{ role: 'boss', content: '' }] },
      { param: 'input[0].role', code: 'invalid_value' },
    ],
    [
      'an image',
      { model: 'm', input: [{ role: 'user', content: [{ type: 'input_image' }] }] },
      { code: 'unsupported_value' },
    ],
    [
      'too few tokens',
      { model: 'm', input: 'Hi', max_output_tokens: 3 },
      { param: 'max_output_tokens', code: 'integer_below_min_value' },
    ],
    [
      'web search',
      { model: 'm', input: 'Hi', tools: [{ type: 'web_search' }] },
      { param: 'tools[0]', code: 'unsupported_value' },
    ],
    [
      'an unknown tool',
      { model: 'm', input: 'Hi', tools: [{ type: 'magic' }] },
      { param: 'tools[0].type', code: 'invalid_value' },
    ],
    [
      'a nameless function',
      { model: 'm', input: 'Hi', tools: [{ type: 'function' }] },
      { param: 'tools[0].name', code: 'missing_required_parameter' },
    ],
    [
      'an unknown field of a tool',
      { model: 'm', input: 'Hi', tools: [{ ...weather, x: 1 }] },
      { param: 'tools[0].x', code: 'unknown_parameter' },
    ],
    [
      'background',
      { model: 'm', input: 'Hi', background: true },
      { param: 'background', code: 'unsupported_parameter' },
    ],
    [
      'structured output',
      { model: 'm', input: 'Hi', text: { format: { type: 'json_object' } } },
      { param: 'text.format.type' },
    ],
    [
      'both ways to go on',
      { model: 'm', input: 'Hi', conversation: 'c', previous_response_id: 'r' },
      { code: 'mutually_exclusive_parameters' },
    ],
    [
      'an unknown previous response',
      { model: 'm', input: 'Hi', previous_response_id: 'resp_x' },
      { code: 'previous_response_not_found' },
    ],
    ['too much metadata', { model: 'm', input: 'Hi', metadata: { a: 'x'.repeat(513) } }, { param: 'metadata.a' }],
    [
      'an output of no call',
      { model: 'm', input: [{ type: 'function_call_output', call_id: 'c', output: '' }] },
      { param: 'input' },
    ],
  ])('name %s as the parameter to blame', async (_, body, error) => {
    expect(await post(body)).toMatchObject({
      status: 400,
      body: { error: { type: 'invalid_request_error', ...error } },
    });
    expect(model.asked()).toEqual([]);
  });

  test('come for bodies that are no JSON, too deep or too large, and for addresses that are not there', async () => {
    expect((await post('{"model":')).status).toBe(400);
    expect((await post(`{"model":"m","input":${'['.repeat(1000)}${']'.repeat(1000)}}`)).status).toBe(400);
    expect((await post({ model: 'm', input: 'x'.repeat(5_000_000) })).status).toBe(413);
    expect(await post({}, key, '/v1/nothing')).toMatchObject({ status: 404, body: { error: { param: null } } });
    expect((await post({}, key, '/v1/models')).status).toBe(405);
    await expect(client.responses.cancel('resp_x')).rejects.toMatchObject({ status: 404 });
  });

  test('in the model itself are the server’s, and are told without their reason', async () => {
    model.plan(() => {
      throw new Error('a secret of the machine');
    });
    const error = await client.responses.create({ model: 'm', input: 'Hi' }).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ status: 500, type: 'server_error' });
    expect(String(error)).not.toContain('secret');
    expect(logged).toEqual(['A response failed unexpectedly.']);
  });
});

test('the models are listed, and any name is one', async () => {
  const names: string[] = [];
  for await (const listed of client.models.list()) names.push(listed.id);
  expect(names).toEqual(['offline']);
  expect(await client.models.retrieve('gpt-4.1')).toMatchObject({ id: 'gpt-4.1', object: 'model' });
});
