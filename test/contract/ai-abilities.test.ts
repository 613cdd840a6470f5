import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AbilityDesk, hostileText, openAbilityDesk, privateWord } from '../support/ability-desk.ts';
import { find, namesOf, schemaOf } from '../support/list-custom-tools.ts';
import { createPoster, type McpPoster } from '../support/post-mcp.ts';

let desk: AbilityDesk;
let ada: McpPoster;
let uma: McpPoster;

const core = () => desk.served.core;
const one = (sql: string) => core().database.connection.prepare(sql).get() as Record<string, unknown>;
const count = (table: string) => Number(one(`SELECT count(*) AS n FROM ${table}`)['n']);
const asUser = (as: string) => createPoster(desk.served.endpoint, desk.served.createKey({ as }));
const lastCall = () => one('SELECT * FROM trace_call ORDER BY id DESC LIMIT 1');
const endpointId = () => core().endpoints.findByAddress('6f0d2c1e-7d3a-4b52-9c44-0d5f6a1b2c30')?.id;

beforeAll(async () => {
  desk = await openAbilityDesk();
  ada = createPoster(desk.served.endpoint, desk.served.createKey());
  uma = asUser('uma@north.example');
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  const unlimited = { ticketTypeIds: [], teamIds: [], clientIds: [] };
  desk.served.configure({ limits: unlimited, agentsSeePrivateNotes: false, profile: 'latest', callsPerMinute: null });
  await desk.client.endpoint.update({ customTools: [] });
  for (const { id, shipped } of core().abilities.list()) if (!shipped) core().abilities.remove(id, 'test');
  desk.useModel();
  desk.answerWith('Done.');
  desk.model.clearRequests();
});

describe('an AI ability as a tool', () => {
  test('returns what the model answers, and its call says what ran and what it took', async () => {
    desk.answerWith('The printer is offline.');
    await desk.offer('look', {
      parameters: [{ name: 'tone', description: 'How.', fallback: '' }],
      prompt: '{{tone}} {{ticket.details}}',
    });
    const listed = await find(ada, 'CF_look');
    expect(schemaOf(listed)).toMatchObject({
      required: ['ticket_id', 'tone'],
      properties: { tone: { description: 'How.' } },
    });
    expect(listed?.annotations.readOnlyHint).toBe(true);
    const result = await ada.read('CF_look', { ticket_id: 1, tone: 'dry' });
    expect(result).toMatchObject({
      answer: 'The printer is offline.',
      ai_run: { ability: 'look', connection: 'Test model', model: 'gpt-test', rule_based: false },
    });
    expect(JSON.parse(String(lastCall()['result']))).toEqual(result);
    const run = result['ai_run'] as Record<string, number>;
    expect(run['input_tokens']).toBeGreaterThan(0);
    expect(run['output_tokens']).toBeGreaterThan(0);
  });

  test('keeps what people wrote between marks that they cannot close, and obeys none of it', async () => {
    await desk.offer('look', {});
    let asked = { system: '', prompt: '' };
    desk.answerWith((given) => {
      asked = given;
      return 'Fine.';
    });
    await ada.read('CF_look', { ticket_id: 1 });
    const mark = /<data-([0-9a-f]{12}) /.exec(asked.prompt)?.[1] ?? '';
    expect(mark).not.toBe('');
    expect(asked.prompt).toContain(`<data-${mark} of="ticket.details">\n${hostileText}\n</data-${mark}>`);
    expect(asked.prompt.split(`</data-${mark}>`)).toHaveLength(4);
    const outside = asked.prompt.replace(new RegExp(`<data-${mark} [^>]*>[^]*?</data-${mark}>`, 'g'), '');
    expect(outside.trim()).toBe('Look at this.');
    expect(asked.system).toContain(`</data-${mark}>`);
    expect(asked.system).not.toContain('Ignore all previous');
    desk.model.clearRequests();
    await ada.read('CF_look', { ticket_id: 1 });
    expect(JSON.stringify(desk.lastRequest())).not.toContain(mark);
  });

  test('adds a note, marked as made through the endpoint, in the call’s own change set', async () => {
    desk.answerWith('Check the cable.');
    await desk.offer('note', { target: { to: 'note', public: false } });
    const result = await ada.read('CF_note', { ticket_id: 1 });
    expect(result).toMatchObject({ answer: 'Check the cable.', ticket_id: 1, hiddenfromuser: true });
    const action = one('SELECT * FROM desk_action WHERE ticket_id = 1 ORDER BY number DESC LIMIT 1');
    expect(action).toMatchObject({ note: 'Check the cable.', private: 1, virtual_agent_id: endpointId() });
    const changeSet = lastCall()['change_set_id'];
    const ledger = one(
      `SELECT * FROM trace_change WHERE change_set_id = ${String(changeSet)} AND table_name = 'desk_action'`,
    );
    expect(ledger).toMatchObject({ operation: 'insert', row_id: action['id'] });
  });

  test('gives a field only what the desk has', async () => {
    await desk.offer('sort', { target: { to: 'field', field: 'category' }, prompt: '{{choices}} {{ticket.summary}}' });
    expect(await find(ada, 'CF_sort')).toMatchObject({ annotations: { destructiveHint: true } });
    desk.answerWith('{"value": "Plumbing"}');
    expect((await ada.call('CF_sort', { ticket_id: 1 })).error).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('names no category of this desk') as string,
    });
    expect(one('SELECT category_id FROM desk_ticket WHERE id = 1')['category_id']).toBeNull();
    const { text } = desk.lastRequest() as { text?: { format?: { schema?: unknown } } };
    if (text !== undefined) expect(JSON.stringify(text.format)).toContain('"enum":["Hardware","Network"]');
    desk.answerWith('```json\n{"value": "network"}\n```');
    const result = await ada.read('CF_sort', { ticket_id: 1 });
    expect(result).toMatchObject({ answer: 'Network', record_id: 1, field: 'category', before: '', changed: true });
    expect(await ada.read('CF_sort', { ticket_id: 1 })).toMatchObject({ before: 'Network', changed: false });
    expect(one('SELECT category_id FROM desk_ticket WHERE id = 1')['category_id']).toBe(2);
  });

  test('creates an article that is inactive, flagged and linked to its ticket', async () => {
    const article = {
      title: 'Printer offline',
      description: 'It is offline.',
      resolution: 'Restart.',
      tags: ['printer', 'a,b'],
    };
    desk.answerWith(JSON.stringify(article));
    await desk.offer('article', { target: { to: 'article', audience: 'agents', inactive: true } });
    const result = await ada.read('CF_article', { ticket_id: 3 });
    expect(result).toMatchObject({ inactive: true, link: `/articles/${String(result['article_id'])}` });
    expect(one(`SELECT * FROM desk_article WHERE id = ${String(result['article_id'])}`)).toMatchObject({
      ...{ title: 'Printer offline', resolution: 'Restart.', tags: 'printer, a, b', audience: 'agents', inactive: 1 },
      virtual_agent_id: endpointId(),
    });
    expect(one('SELECT * FROM desk_ticket_article')).toMatchObject({ ticket_id: 3, article_id: result['article_id'] });
    const before = count('desk_article');
    desk.answerWith('Here is your article: …');
    expect((await ada.call('CF_article', { ticket_id: 3 })).error?.message).toContain(
      'not the JSON that was asked for',
    );
    expect(count('desk_article')).toBe(before);
  });

  test('needs the scopes and the role for what it reads and for what it writes', async () => {
    await desk.offer('article', { target: { to: 'article', audience: 'agents', inactive: true } });
    const withScopes = (...scopes: string[]) => createPoster(desk.served.endpoint, desk.served.createKey({ scopes }));
    expect(await namesOf(withScopes('edit:kb'))).toEqual([]);
    expect(await namesOf(withScopes('edit:tickets', 'read:kb'))).toEqual([]);
    const both = withScopes('edit:tickets', 'edit:kb');
    expect(await namesOf(both)).toEqual(['CF_article']);
    const facts = await desk.client.tools.get({ name: 'CF_article' });
    expect(facts.scopes).toContain('edit:kb');
  });

  test('tells a client that asked for it that the model is still at work', async () => {
    await desk.offer('look', {});
    const client = new Client({ name: 'progress-test', version: '1' });
    const requestInit = { headers: { 'X-Halo-Api-Key': desk.served.createKey() } };
    await client.connect(new StreamableHTTPClientTransport(new URL(desk.served.endpoint), { requestInit }));
    const told: number[] = [];
    let heard = (): void => undefined;
    const first = new Promise<void>((resolve) => (heard = resolve));
    desk.answerWith(async () => {
      // The model answers once the client has heard of it.
      await first;
      return 'At last.';
    });
    const onprogress = ({ progress }: { progress: number }): void => {
      told.push(progress);
      heard();
    };
    const result = await client.callTool({ name: 'CF_look', arguments: { ticket_id: 1 } }, { onprogress });
    expect(result.structuredContent).toMatchObject({ answer: 'At last.' });
    expect(told[0]).toBe(1);
    await client.close();
  });

  test('counts towards the rate limit like any call, before a model is asked', async () => {
    await desk.offer('look', {});
    desk.served.configure({ callsPerMinute: 1 });
    const often = asUser('ulf@north.example');
    await often.call('CF_look', { ticket_id: 1 });
    desk.model.clearRequests();
    expect((await often.call('CF_look', { ticket_id: 1 })).error).toMatchObject({ code: 'rate_limited' });
    expect(desk.model.getRequests()).toEqual([]);
  });

  test('is broken, and says why, once its ability is gone', async () => {
    const id = await desk.offer('look', {});
    expect(await namesOf(ada)).toEqual(['CF_look']);
    await desk.client.abilities.remove({ id });
    expect(await namesOf(ada)).toEqual([]);
    const { broken } = await desk.client.customTools.get({ endpoint: 'default', name: 'CF_look' });
    expect(broken).toBe('Its AI ability is gone. Choose another one.');
  });
});

describe('what an AI ability reads', () => {
  test('never holds a private note for a user, nor where agents’ tools leave them out', async () => {
    await desk.offer('look', { privateNotes: true });
    for (const client of [ada, uma]) {
      await client.read('CF_look', { ticket_id: 1 });
      expect(JSON.stringify(desk.lastRequest())).not.toContain(privateWord);
    }
    desk.served.configure({ agentsSeePrivateNotes: true });
    await uma.read('CF_look', { ticket_id: 1 });
    expect(JSON.stringify(desk.lastRequest())).not.toContain(privateWord);
    await ada.read('CF_look', { ticket_id: 1 });
    expect(JSON.stringify(desk.lastRequest())).toContain(privateWord);
  });

  test('holds none either where users read what comes of it, which is not to be set otherwise', async () => {
    desk.served.configure({ agentsSeePrivateNotes: true });
    await desk.offer('note', { target: { to: 'note', public: true } });
    await ada.read('CF_note', { ticket_id: 1 });
    expect(JSON.stringify(desk.lastRequest())).not.toContain(privateWord);
    await expect(desk.offer('leak', { target: { to: 'note', public: true }, privateNotes: true })).rejects.toThrow(
      /may not read private notes/,
    );
  });

  test('keeps to whose tickets the caller sees and to the limits of the endpoint, before any model is asked', async () => {
    await desk.offer('look', {});
    expect((await uma.call('CF_look', { ticket_id: 2 })).error?.message).toMatch(/no ticket 2 that you can see/);
    desk.served.configure({ limits: { ticketTypeIds: [], teamIds: [], clientIds: [1] } });
    expect((await ada.call('CF_look', { ticket_id: 2 })).error?.message).toMatch(/no ticket 2 that you can see/);
    expect(desk.model.getRequests()).toEqual([]);
    await ada.read('CF_look', { ticket_id: 1 });
  });

  test('users are offered what returns text or answers on their ticket, and nothing else', async () => {
    await desk.offer('look', {});
    await desk.offer('answer', { target: { to: 'note', public: true } });
    await desk.offer('private', { target: { to: 'note', public: false } });
    await desk.offer('sort', { target: { to: 'field', field: 'category' } });
    await desk.offer('article', { target: { to: 'article', audience: 'agents', inactive: true } });
    expect(await namesOf(uma)).toEqual(['CF_look', 'CF_answer']);
    expect(await namesOf(ada)).toHaveLength(5);
  });
});

describe('nothing is written', () => {
  const before = { actions: 0 };
  const expectNothing = async (call: Promise<{ error: { message: string } | undefined }>, says: RegExp) => {
    before.actions = count('desk_action');
    expect((await call).error?.message).toMatch(says);
    expect(count('desk_action')).toBe(before.actions);
    expect(lastCall()).toMatchObject({ change_set_id: null });
  };

  test('when the model’s server fails, and the call says so', async () => {
    await desk.offer('note', { target: { to: 'note', public: false } });
    desk.model.setChaos({ dropRate: 1 });
    await expectNothing(ada.call('CF_note', { ticket_id: 1 }), /Test model/);
    desk.model.clearChaos();
  });

  test('when the ticket was closed while the model answered', async () => {
    await desk.offer('note', { target: { to: 'note', public: false } });
    const set = (sql: string) =>
      core().database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () =>
        core().database.connection.exec(sql),
      );
    desk.answerWith(() => {
      set('UPDATE desk_ticket SET status_id = 9, closed_at = 1 WHERE id = 1');
      return 'Too late.';
    });
    await expectNothing(ada.call('CF_note', { ticket_id: 1 }), /Ticket 1 was closed while "note" ran/);
    set('UPDATE desk_ticket SET status_id = 2, closed_at = NULL WHERE id = 1');
  });

  test('when the field was changed, or the endpoint, while the model answered', async () => {
    await desk.offer('title', { target: { to: 'field', field: 'summary' } });
    desk.answerWith(() => {
      core().database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () =>
        core().database.connection.exec("UPDATE desk_ticket SET summary = 'Theirs' WHERE id = 1"),
      );
      return 'Mine';
    });
    expect((await ada.call('CF_title', { ticket_id: 1 })).error?.message).toMatch(/was changed meanwhile/);
    expect(one('SELECT summary FROM desk_ticket WHERE id = 1')['summary']).toBe('Theirs');
    desk.answerWith(() => {
      desk.served.configure({ limits: { ticketTypeIds: [], teamIds: [], clientIds: [2] } });
      return 'Mine';
    });
    expect((await ada.call('CF_title', { ticket_id: 1 })).error?.message).toMatch(/endpoint was changed/);
    expect(one('SELECT summary FROM desk_ticket WHERE id = 1')['summary']).toBe('Theirs');
  });

  test('when the client went away before the model had answered', async () => {
    await desk.offer('note', { target: { to: 'note', public: false } });
    const key = desk.served.createKey();
    const gone = new AbortController();
    const actions = count('desk_action');
    const calls = count('trace_call');
    const isOver = () => expect.poll(() => count('trace_call')).toBe(calls + 1);
    desk.answerWith(async () => {
      gone.abort();
      // The call ends without this answer.
      await isOver();
      return 'Nobody reads this.';
    });
    const body = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'CF_note', arguments: { ticket_id: 1 } },
    };
    const headers = { 'content-type': 'application/json', 'x-halo-api-key': key };
    const sent = fetch(desk.served.endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: gone.signal,
    });
    await expect(sent).rejects.toThrow();
    await isOver();
    expect(count('desk_action')).toBe(actions);
    expect(lastCall()).toMatchObject({ error_code: 'conflict', change_set_id: null });
  });

  test('by a preview, which does not ask a model and says so', async () => {
    await desk.offer('note', { target: { to: 'note', public: false }, withoutModel: 'summary' });
    const actions = count('desk_action');
    const call = { tool: 'CF_note', arguments: { ticket_id: 1 } };
    const preview = await desk.client.calls.preview(call);
    expect(preview.notRun).toEqual(['The AI ability "note" asks a model through the connection "Test model".']);
    expect(preview.result).toBeUndefined();
    expect(desk.model.getRequests()).toEqual([]);
    desk.useOffline();
    const offline = await desk.client.calls.preview(call);
    expect(offline).toMatchObject({ changed: { inserted: 1 }, result: { ai_run: { rule_based: true } } });
    expect(count('desk_action')).toBe(actions);
  });
});
