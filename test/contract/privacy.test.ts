import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSystemPorts } from '../../src-main/ports.ts';
import { createPoster, type McpPoster } from '../support/post-mcp.ts';
import { quietLog } from '../support/quiet-log.ts';
import {
  buildSecretDesk,
  type DeskPlan,
  deskPlans,
  type Hiding,
  isSeen,
  sharedWord,
  viewers,
} from '../support/secret-desk.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { outcome } from '../support/workflow-desk.ts';
import { actionRow, monday9, smallDesk, ticketRow, user } from '../support/small-desk.ts';

/** Two words for the same secret: whatever a user can ask, the answers must not tell one desk from the other. */
const secret = 'zanzibar';
const otherSecret = 'montevideo';

/** What somebody types who suspects the word: itself, a slip of the pen, its beginning, it beside a common word. */
const guesses = [
  secret,
  'zanzibr',
  'zanzi',
  'zanzibars',
  `${sharedWord} ${secret}`,
  `${sharedWord} zanzbar`,
  `"${sharedWord} ${secret}"`,
  otherSecret,
  'montevidoe',
];

const innocent = [
  sharedWord,
  'prinetr',
  'own',
  'ada',
  'Eve Else',
  'eve@south.example',
  'Southwind',
  '#1',
  '2',
  'entry',
];

interface Heard {
  readonly asked: string;
  readonly answer: string;
}

/** Everything that a user can be told: each tool with arguments that could bring something to light. */
async function askEverything(poster: McpPoster, searches: readonly string[], tickets: number): Promise<Heard[]> {
  const ask = async (name: string, input: object): Promise<Heard> => {
    const { status, message } = await poster.request('tools/call', { name, arguments: input });
    const { result, error } = message;
    return { asked: `${name} ${JSON.stringify(input)}`, answer: JSON.stringify({ status, result, error }) };
  };
  const searching = searches.flatMap((search) => [
    ...['search_tickets', 'get_knowledge', 'log_service_request'].map((tool) => ask(tool, { search })),
    ask('search_tickets', { search, open_only: true }),
    ask('search_tickets', { search, page_number: 2 }),
  ]);
  return Promise.all([
    ...searching,
    ...[1, 2, 3, 4].map((article_id) => ask('get_one_article', { article_id })),
    ...Array.from({ length: tickets + 1 }, (_, index) => ask('get_one_ticket', { ticket_id: index + 1 })),
    ask('get_my_tickets', { open_only: false }),
    ask('get_user_info', {}),
    ask('get_users', { search: secret }),
  ]);
}

/** Replies to every ticket and closes it, reading each in between. */
async function changeEverything(poster: McpPoster, tickets: number): Promise<string[]> {
  const heard: string[] = [];
  for (let ticket_id = 1; ticket_id <= tickets + 1; ticket_id += 1) {
    heard.push((await poster.call('update_ticket', { ticket_id, note: 'hello' })).text);
    for (const action_id of [...Object.values(outcome), 99]) {
      heard.push((await poster.call('action_ticket', { ticket_id, action_id })).text);
      heard.push((await poster.call('use_specific_action', { ticket_id, action_id, note: 'hello' })).text);
    }
    heard.push((await poster.call('get_one_ticket', { ticket_id })).text);
    heard.push((await poster.call('update_ticket', { ticket_id, note: 'bye', close: true })).text);
  }
  heard.push((await poster.call('create_ticket', { summary: 'new', description: 'new' })).text);
  return heard;
}

/** What an agent writes down in private while the desk runs, on every ticket. */
async function writeInPrivate(agent: McpPoster, tickets: number, word: string): Promise<void> {
  for (let ticket_id = 1; ticket_id <= tickets; ticket_id += 1) {
    const note = `${sharedWord} ${word}`;
    const added = await agent.read('add_note_to_ticket', { ticket_id, note });
    expect(added['hiddenfromuser']).toBe(true);
    await agent.read('log_time', { ticket_id, note, hours: 1 });
  }
}

async function serveSecrets(plan: DeskPlan, word: string, hiding: Hiding): Promise<ServedDesk> {
  // The same moment in both desks, so that their answers can be compared letter by letter.
  const ports = { ...createSystemPorts(quietLog), now: () => monday9 + 1000 };
  return serveDesk(buildSecretDesk(plan, word, hiding), {}, ports);
}

interface Told {
  readonly answers: readonly Heard[];
  readonly changes: readonly string[];
  readonly found: number;
}

async function listen(plan: DeskPlan, word: string, hiding: Hiding): Promise<Told> {
  const served = await serveSecrets(plan, word, hiding);
  try {
    const reader = createPoster(served.endpoint, served.createKey({ as: plan.viewer }));
    const agent = createPoster(served.endpoint, served.createKey());
    const tickets = plan.tickets.length;
    await writeInPrivate(agent, tickets, word);
    const found = Number((await reader.read('search_tickets', { search: sharedWord }))['record_count']);
    const answers = [...(await askEverything(reader, innocent, tickets)), ...(await askEverything(reader, guesses, 0))];
    return { answers, changes: await changeEverything(reader, tickets), found };
  } finally {
    await served.close();
  }
}

/** The desk with one secret and with another: whoever cannot see the secret must not be able to tell them apart. */
async function listenToBoth(plan: DeskPlan, hiding: Hiding): Promise<readonly [Told, Told]> {
  return [await listen(plan, secret, hiding), await listen(plan, otherSecret, hiding)];
}

test('no tool, snippet, total, correction or error tells a user what is private, for agents only or out of reach', async () => {
  await fc.assert(
    fc.asyncProperty(deskPlans, async (plan) => {
      const [told, other] = await listenToBoth(plan, 'everywhere');
      const all = [...told.answers.map(({ answer }) => answer), ...told.changes].join('\n');
      expect(all).not.toContain(secret);
      if (plan.viewer !== 'eve@south.example') expect(all).not.toContain('Southwind');
      expect(other).toEqual(told);
      // And the secret is not kept by telling nothing.
      expect(told.found).toBe(plan.tickets.filter((ticket) => isSeen(plan, ticket)).length);
    }),
    { numRuns: 6, seed: 20_261, endOnFailure: true },
  );
}, 120_000);

test('to a user who guesses the word, not one letter of any answer depends on what private entries say', async () => {
  await fc.assert(
    fc.asyncProperty(deskPlans, async (plan) => {
      const [told, other] = await listenToBoth(plan, 'private entries');
      expect(other).toEqual(told);
    }),
    { numRuns: 4, seed: 20_262, endOnFailure: true },
  );
}, 120_000);

test('what exists but is out of reach is refused in the words for what does not exist', async () => {
  const rows = smallDesk();
  rows.desk_ticket.push(ticketRow(1), ticketRow(2, { user_id: user.eve, site_id: 3 }));
  const served = await serveDesk(rows);
  try {
    for (const email of Object.keys(viewers)) {
      const poster = createPoster(served.endpoint, served.createKey({ as: email }));
      const [mine, others] = email === 'eve@south.example' ? [2, 1] : [1, 2];
      for (const [tool, input] of [
        ['get_one_ticket', {}],
        ['update_ticket', { note: 'x' }],
        ['update_ticket', { note: 'x', close: true }],
      ] as const) {
        const ask = async (ticket_id: number): Promise<string> =>
          (await poster.call(tool, { ticket_id, ...input })).text.replace(String(ticket_id), '*');
        expect(await ask(others)).toBe(await ask(9999));
        if (email !== 'sita@north.example') continue;
        expect(await ask(mine)).not.toBe(await ask(9999));
      }
    }
  } finally {
    await served.close();
  }
});

test('a private entry is in no answer to a user, while an agent allowed to see it reads and finds it', async () => {
  const rows = smallDesk();
  rows.desk_ticket.push(ticketRow(1));
  rows.desk_action.push(actionRow(1, 1, 1, { note: 'Seen by all' }), actionRow(2, 1, 2, { private: 1, note: secret }));
  const served = await serveDesk(rows);
  try {
    const agent = createPoster(served.endpoint, served.createKey());
    const reader = createPoster(served.endpoint, served.createKey({ as: 'uma@north.example' }));
    const read = async (poster: McpPoster): Promise<string> =>
      (await poster.call('get_one_ticket', { ticket_id: 1 })).text;
    const count = async (poster: McpPoster): Promise<unknown> =>
      (await poster.read('search_tickets', { search: secret }))['record_count'];
    for (const shown of [false, true]) {
      served.configure({ agentsSeePrivateNotes: shown, mode: shown ? 'halo-compatible' : 'strict' });
      expect((await read(agent)).includes(secret)).toBe(shown);
      expect(await count(agent)).toBe(shown ? 1 : 0);
      expect(await read(reader)).toContain('Seen by all');
      expect(await read(reader)).not.toContain(secret);
      expect(await count(reader)).toBe(0);
    }
  } finally {
    await served.close();
  }
});
