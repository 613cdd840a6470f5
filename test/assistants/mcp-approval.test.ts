import type OpenAI from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call } from '../support/scripted-model.ts';
import { passBack, type ServedResponses, serveResponses, typesOf } from '../support/serve-responses.ts';

let api: ServedResponses;

beforeAll(async () => {
  api = await serveResponses();
});

afterAll(() => api.served.close());
beforeEach(() => api.model.plan());

const note = (ticket: number, text: string) => call('mcp:halo:add_note_to_ticket', { ticket_id: ticket, note: text });

describe('approval', () => {
  const strict = () => api.halo({ require_approval: 'always' });
  const approve = (id: string | undefined, yes: boolean, reason?: string) =>
    [
      { type: 'mcp_approval_response', approval_request_id: id ?? '', approve: yes, ...(reason && { reason }) },
    ] as OpenAI.Responses.ResponseInput;

  test('is asked for by default, and nothing is called without it', async () => {
    api.model.plan(note(1, 'asked first'));
    const { require_approval: _, ...byDefault } = api.halo();
    const response = await api.ask(byDefault);
    expect(typesOf(response)).toEqual(['mcp_list_tools', 'mcp_approval_request']);
    expect(response.output[1]).toMatchObject({ name: 'add_note_to_ticket', server_label: 'halo' });
    expect(api.countNotes('asked first')).toBe(0);
    await api.ask(strict(), { previous_response_id: response.id, input: 'Never mind' });
    expect(api.model.last().turns).toContainEqual(expect.objectContaining({ kind: 'result', outcome: 'denied' }));
    expect(api.countNotes('asked first')).toBe(0);
  });

  test('given, by the chain of responses, has the call made once', async () => {
    api.model.plan(note(1, 'approved'));
    const first = await api.ask(strict());
    const request = first.output[1];
    const second = await api.ask(strict(), { previous_response_id: first.id, input: approve(request?.id, true) });
    expect(typesOf(second)).toEqual(['mcp_call', 'message']);
    expect(second.output[0]).toMatchObject({ approval_request_id: request?.id, error: null });
    expect(api.countNotes('approved')).toBe(1);
    await api.ask(strict(), { previous_response_id: second.id, input: 'Thanks' });
    expect(api.countNotes('approved')).toBe(1);
  });

  test('given with all items passed back has the call made, with nothing kept', async () => {
    api.model.plan(note(1, 'passed back'));
    const first = await api.ask(strict(), { store: false });
    const input = [...passBack(first), ...approve(first.output[1]?.id, true)];
    const second = await api.ask(strict(), { store: false, input });
    expect(typesOf(second)).toEqual(['mcp_call', 'message']);
    expect(api.countNotes('passed back')).toBe(1);
  });

  test('denied has no call made, and the model told why', async () => {
    api.model.plan(note(1, 'denied'));
    const first = await api.ask(strict());
    const input = approve(first.output[1]?.id, false, 'Too early.');
    const second = await api.ask(strict(), { previous_response_id: first.id, input });
    expect(typesOf(second)).toEqual(['message']);
    expect(api.model.last().turns.at(-1)).toMatchObject({
      kind: 'result',
      outcome: 'denied',
      text: expect.stringContaining('Too early.') as unknown,
    });
    expect(api.countNotes('denied')).toBe(0);
  });

  test('is refused for a request that was never made, twice, or without its server', async () => {
    api.model.plan(note(1, 'once'));
    const first = await api.ask(strict());
    const chain = { previous_response_id: first.id };
    const yes = approve(first.output[1]?.id, true);
    await expect(api.ask(strict(), { ...chain, input: approve('mcpr_x', true) })).rejects.toMatchObject({
      status: 400,
    });
    await expect(api.ask(strict(), { ...chain, input: [...yes, ...yes] })).rejects.toMatchObject({ status: 400 });
    const without = api.client.responses.create({ model: 'm', input: yes, ...chain });
    await expect(without).rejects.toMatchObject({ status: 400, param: 'tools' });
    expect(api.countNotes('once')).toBe(0);
  });

  test('is left out for the tools that the rule frees, and for no others', async () => {
    const rule = { never: { read_only: true } };
    api.model.plan(call('mcp:halo:get_user_info'), note(1, 'by rule'));
    expect(typesOf(await api.ask(api.halo({ require_approval: rule })))).toEqual([
      'mcp_list_tools',
      'mcp_call',
      'mcp_approval_request',
    ]);
    api.model.plan(note(1, 'by name'));
    const named = { always: { tool_names: ['x'] }, never: { tool_names: ['add_note_to_ticket'] } };
    await api.ask(api.halo({ require_approval: named }));
    expect(api.countNotes('by name')).toBe(1);
    api.model.plan(call('mcp:halo:get_user_info'));
    expect(typesOf(await api.ask(api.halo({ require_approval: { never: {} } })))).toContain('mcp_approval_request');
  });

  test('does not cross from one key to another', async () => {
    api.model.plan(note(1, 'crossed'));
    const first = await api.ask(strict());
    const other = api.connect(api.served.createKey());
    const input = approve(first.output[1]?.id, true);
    const crossed = other.responses.create({ model: 'm', input, tools: [strict()], previous_response_id: first.id });
    await expect(crossed).rejects.toMatchObject({ status: 400, code: 'previous_response_not_found' });
    expect(api.countNotes('crossed')).toBe(0);
  });
});
