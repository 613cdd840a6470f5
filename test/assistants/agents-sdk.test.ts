import { Agent, hostedMcpTool, OpenAIResponsesModel, run, setTracingDisabled, tool } from '@openai/agents';
import OpenAI from 'openai';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { answer, call, createScriptedModel } from '../support/scripted-model.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { smallDesk, ticketRow } from '../support/small-desk.ts';

const script = createScriptedModel();
let served: ServedDesk;
let key: string;
let model: OpenAIResponsesModel;

beforeAll(async () => {
  setTracingDisabled(true);
  served = await serveDesk({ ...smallDesk(), desk_ticket: [ticketRow(1)] }, { decide: script.decide });
  key = served.createKey();
  const client = new OpenAI({ apiKey: key, baseURL: `${served.url}/v1`, maxRetries: 0 });
  model = new OpenAIResponsesModel(client, 'offline');
});

afterAll(() => served.close());
beforeEach(() => script.plan());

const halo = (approval: 'always' | 'never') =>
  hostedMcpTool({
    serverLabel: 'halo',
    serverUrl: served.endpoint,
    headers: { Authorization: `Bearer ${key}` },
    ...(approval === 'always' ? { requireApproval: 'always' } : { requireApproval: 'never' }),
  });

test('OpenAI’s agents SDK runs its own function for the model', async () => {
  const cities: string[] = [];
  const weather = tool({
    name: 'get_weather',
    description: 'The weather of a city.',
    parameters: z.object({ city: z.string() }),
    execute: async ({ city }) => {
      cities.push(city);
      return 'Rain.';
    },
  });
  script.plan(call('function:get_weather', { city: 'Leeds' }), answer('It rains.'));
  const agent = new Agent({ name: 'Helper', instructions: 'Help.', model, tools: [weather] });
  const result = await run(agent, 'Weather in Leeds?');
  expect(cities).toEqual(['Leeds']);
  expect(result.finalOutput).toBe('It rains.');
});

test('OpenAI’s agents SDK has the server carry out hosted tools, streamed', async () => {
  script.plan(call('mcp:halo:get_user_info'), answer('You are Ada.'));
  const agent = new Agent({ name: 'Helper', instructions: 'Help.', model, tools: [halo('never')] });
  const result = await run(agent, 'Who am I?', { stream: true });
  let text = '';
  for await (const event of result) {
    if (event.type === 'raw_model_stream_event' && event.data.type === 'output_text_delta') text += event.data.delta;
  }
  expect(text).toBe('You are Ada.');
  expect(result.finalOutput).toBe('You are Ada.');
});

test('OpenAI’s agents SDK stops for an approval and goes on with it', async () => {
  script.plan(call('mcp:halo:add_note_to_ticket', { ticket_id: 1, note: 'By the agents SDK' }), answer('Noted.'));
  const agent = new Agent({ name: 'Helper', instructions: 'Help.', model, tools: [halo('always')] });
  const stopped = await run(agent, 'Add a note');
  expect(stopped.interruptions).toHaveLength(1);
  for (const wanted of stopped.interruptions) stopped.state.approve(wanted);
  const result = await run(agent, stopped.state);
  expect(result.finalOutput).toBe('Noted.');
  const outcomes = script.last().turns.flatMap((turn) => (turn.kind === 'result' ? [turn.outcome] : []));
  expect(outcomes).toEqual(['done']);
});
