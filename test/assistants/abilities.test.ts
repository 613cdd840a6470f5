import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askModel } from '../../src-main/assistants/abilities/ask-model.ts';
import { asSentence } from '../../src-main/assistants/abilities/without-model/entries.ts';
import type { ModelConnection } from '../../src-main/assistants/connections/model-connection.ts';
import type { AbilityEvent } from '../../src-shared/api/abilities.ts';
import { findTemplateTrouble, parseTemplate } from '../../src-shared/domain/ability-template.ts';
import { type AbilityDesk, openAbilityDesk, privateWord, someAbility } from '../support/ability-desk.ts';

let desk: AbilityDesk;
const one = (sql: string) => desk.served.core.database.connection.prepare(sql).get() as Record<string, unknown>;

beforeAll(async () => {
  desk = await openAbilityDesk();
  desk.useOffline();
}, 60_000);
afterAll(() => desk.close());

type Run = Parameters<AbilityDesk['client']['abilities']['run']>[0];

async function run(asked: Run) {
  const events: AbilityEvent[] = [];
  for await (const event of await desk.client.abilities.run(asked)) events.push(event);
  const last = events.at(-1);
  return {
    events,
    draft: last?.kind === 'draft' ? last : undefined,
    failure: last?.kind === 'failed' ? last.sentence : undefined,
  };
}

const shipped = (id: string) => desk.served.core.abilities.get(id).ability;

describe('a template', () => {
  test('is text with places in double braces, and anything else in braces is told', () => {
    expect(parseTemplate('a {{ text }} b{{today}}')).toEqual([
      { text: 'a ' },
      { place: 'text' },
      { text: ' b' },
      { place: 'today' },
    ]);
    expect(parseTemplate('{{text}}{{text}}')).toEqual([{ place: 'text' }, { place: 'text' }]);
    expect(findTemplateTrouble('{{text}} { } {x}', ['text'])).toBeUndefined();
    expect(findTemplateTrouble('{{txt}}', ['text', 'today'])).toBe(
      'There is no place {{txt}}. Known are: {{text}}, {{today}}.',
    );
    for (const wrong of ['{{text}', '{{#each text}}', '{{text|upper}}', '}}', '{{}}', '{{ticket.summary.length}}']) {
      expect(findTemplateTrouble(wrong, ['text'])).toBeDefined();
    }
  });
});

describe('without a model', () => {
  test('a ticket is summarised by what stands in it, the same each time, without a request to anybody', async () => {
    desk.model.clearRequests();
    const first = await run({ ability: shipped('summarise-ticket'), ticketId: 1 });
    expect(first.draft?.text).toContain('Uma Own of Northwind: Printer offline.');
    expect(first.draft?.text).toContain('It still does not print.');
    expect(first.draft?.text).toContain(privateWord);
    expect(first.events[0]).toMatchObject({ kind: 'prompt', ruleBased: true, connection: 'Offline model' });
    const again = await run({ ability: shipped('summarise-ticket'), ticketId: 1 });
    expect(again.draft?.text).toBe(first.draft?.text);
    expect(desk.model.getRequests()).toEqual([]);
  });

  test('a question stays one where it is quoted', () => {
    expect(asSentence('Is it\n down?')).toBe('Is it down?');
    expect(asSentence('It is down!!')).toBe('It is down.');
  });

  test('a reply greets the user, says what was done and holds no private note', async () => {
    const { draft } = await run({ ability: shipped('draft-reply'), ticketId: 1 });
    expect(draft?.text).toMatch(/^Hello Uma,/);
    expect(draft?.text).toContain('We sent somebody to look at the printer.');
    expect(draft?.text).not.toContain(privateWord);
  });

  test('a category is that of similar closed tickets, and one that none of them has is not made up', async () => {
    const { draft } = await run({ ability: shipped('categorise-ticket'), ticketId: 1 });
    expect(draft).toMatchObject({
      text: 'Hardware',
      write: { to: 'field', field: 'category', before: '', after: 'Hardware' },
    });
    const alone = await run({
      ability: { ...shipped('categorise-ticket'), target: { to: 'field', field: 'team' }, withoutModel: 'none' },
      ticketId: 1,
    });
    expect(alone.failure).toContain('needs a language model');
  });

  test('an article is the ticket and how it ended, and there is none where nothing says that', async () => {
    const { draft } = await run({ ability: shipped('write-article'), ticketId: 3 });
    expect(draft?.write).toMatchObject({
      ...{ to: 'article', title: 'Printer offline again', resolution: 'Restarted the print server.', inactive: true },
    });
    expect((await run({ ability: shipped('write-article'), ticketId: 2 })).failure).toContain('nothing to write');
  });

  test('the next action is one that can be used, and that a similar ticket had', async () => {
    const { draft } = await run({ ability: shipped('next-best-action'), ticketId: 1 });
    expect(draft?.text).toContain('“Finish!” (action 6)');
    expect(draft?.text).toContain('3');
  });

  test('nothing is translated, and that is said', async () => {
    const { failure } = await run({ ability: shipped('translate'), text: 'Guten Tag' });
    expect(failure).toContain('needs a language model: the offline model works by rules');
  });
});

describe('with a model', () => {
  test('the prompt is told first, then the answer as it comes, then the draft with its tokens', async () => {
    desk.useModel();
    desk.answerWith('The printer is offline, and somebody is on the way to look at it.');
    const { events, draft } = await run({
      ability: someAbility({ target: { to: 'note', public: false } }),
      ticketId: 1,
    });
    expect(events[0]).toMatchObject({ kind: 'prompt', ruleBased: false, connection: 'Test model', model: 'gpt-test' });
    const text = events.flatMap((event) => (event.kind === 'text' ? [event.delta] : [])).join('');
    expect(text).toBe('The printer is offline, and somebody is on the way to look at it.');
    expect(draft).toMatchObject({ text, inputTokens: 210, outputTokens: 12, write: { to: 'note', ticketId: 1 } });
    desk.useOffline();
  });

  test('a run that is stopped ends, and so does what was asked of the model', async () => {
    desk.useModel();
    const stop = new AbortController();
    let asked = (): void => undefined;
    const wasAsked = new Promise<void>((resolve) => (asked = resolve));
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    desk.answerWith(async () => {
      asked();
      await released;
      return 'Late.';
    });
    const events: AbilityEvent[] = [];
    const reading = (async () => {
      const stream = await desk.client.abilities.run(
        { ability: someAbility({}), ticketId: 1 },
        { signal: stop.signal },
      );
      for await (const event of stream) events.push(event);
    })();
    await wasAsked;
    stop.abort();
    await reading.catch(() => undefined);
    expect(events.map(({ kind }) => kind)).not.toContain('draft');
    release();
    desk.useOffline();
  });
});

describe('a draft', () => {
  test('is written when it is applied, marked as made by its ability, and not twice', async () => {
    const { draft } = await run({ ability: shipped('write-article'), ticketId: 3 });
    const draftId = draft?.draftId ?? '';
    const { record } = await desk.client.abilities.apply({ draftId });
    expect(one(`SELECT inactive, virtual_agent_id FROM desk_article WHERE id = ${record?.id}`)).toEqual({
      ...{ inactive: 1, virtual_agent_id: 'ability:write-article' },
    });
    const article = await desk.client.articles.get({ id: record?.id ?? 0 });
    expect(article.madeByAi?.endpointName).toBe('AI ability: Write article from ticket');
    await expect(desk.client.abilities.apply({ draftId })).rejects.toThrow(/no longer there/);
  });

  test('of a ticket can become a note, as it was edited', async () => {
    const { draft } = await run({ ability: shipped('draft-reply'), ticketId: 1 });
    const note = { text: 'Hello Uma, it is the cable.', public: false };
    await desk.client.abilities.apply({ draftId: draft?.draftId ?? '', note });
    expect(one('SELECT note, private FROM desk_action WHERE ticket_id = 1 ORDER BY number DESC LIMIT 1')).toEqual({
      ...{ note: note.text, private: 1 },
    });
  });

  test('is refused when its record has changed since', async () => {
    const { draft } = await run({ ability: shipped('categorise-ticket'), ticketId: 1 });
    const { revision } = await desk.client.tickets.get({ id: 1 });
    await desk.client.tickets.update({ id: 1, revision, changes: { categoryId: 2 } });
    await expect(desk.client.abilities.apply({ draftId: draft?.draftId ?? '' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('the list of abilities', () => {
  test('refuses what could not be run, with a sentence', async () => {
    const save = (change: Parameters<typeof someAbility>[0]) =>
      desk.client.abilities.save({ ability: { ...someAbility({}), ...change } });
    for (const [change, sentence] of [
      [{ name: ' ' }, /needs a name/],
      [{ prompt: ' ' }, /needs a prompt/],
      [{ prompt: '{{ticket.password}}' }, /There is no place \{\{ticket.password\}\}. Known are: \{\{ticket.id\}\}/],
      [{ prompt: 'Say hello.' }, /says nothing of the ticket/],
      [{ input: 'text', prompt: '{{text}}', target: { to: 'note', public: false } }, /Only a ticket/],
      [{ target: { to: 'field', field: 'tags' } }, /A ticket has no tags/],
      [{ parameters: [{ name: 'text', description: '', fallback: '' }] }, /cannot be named text/],
      [{ withoutModel: 'similar' }, /does not make what/],
      [{ name: 'summarise ticket' }, /Another AI ability has this name/],
    ] as const) {
      await expect(save(change as Parameters<typeof save>[0])).rejects.toThrow(sentence);
    }
  });

  test('keeps versions, tells of a conflict, and takes what is built in back to what it was', async () => {
    const { abilities } = await desk.client.abilities.list();
    const before = abilities.find(({ id }) => id === 'draft-reply');
    if (before === undefined) throw new Error('It is built in.');
    expect(before).toMatchObject({ shipped: true, version: 0 });
    const mine = { ...before.ability, about: 'Mine' };
    const saved = await desk.client.abilities.save({ id: before.id, version: 0, ability: mine });
    expect(saved.version).toBeGreaterThan(0);
    await expect(desk.client.abilities.save({ id: before.id, version: 0, ability: before.ability })).rejects.toThrow(
      /changed meanwhile/,
    );
    await desk.client.abilities.remove({ id: before.id });
    const { abilities: after } = await desk.client.abilities.list();
    expect(after.find(({ id }) => id === before.id)).toEqual(before);
  });
});

test('a model that is silent is given up at the ability’s limit, with a sentence', async () => {
  const connection: ModelConnection = {
    ...{ id: 'slow', name: 'Slow model', isOffline: false, baseUrl: 'http://127.0.0.1:1', model: 'slow' },
    stream: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  };
  const signal = new AbortController().signal;
  const question = {
    instructions: '',
    prompt: '',
    model: '',
    mostTokens: 50,
    seconds: 0.02,
    schema: undefined,
    signal,
  };
  await expect(askModel(connection, question)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining('Slow model did not answer within') as string,
  });
});
