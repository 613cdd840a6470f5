import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import type { UserPrincipal } from '../../src-main/domain/principal.ts';
import { systemTools } from '../../src-main/tools/system/index.ts';
import { actionRow, articleRow, monday9, status, ticketRow, user } from '../support/small-desk.ts';
import { outcome, workflowDesk } from '../support/workflow-desk.ts';
import { openTestDesk, type TestDesk, userPrincipal } from '../support/test-desk.ts';

/** Words that stand only where the reader in question must not look. */
const privateWord = 'zanzibar';
const agentsWord = 'quixotic';
// Far apart, so that the search does not take one for a misspelling of another.
const ownerWords = ['', 'alabaster', 'bicycle', 'cathedral', 'dolphin', 'emerald', 'flamingo'];
const elseWord = (userId: number) => ownerWords[userId] ?? '';
const sharedWord = 'printer';

const home: Record<number, number> = { [user.uma]: 1, [user.ulf]: 1, [user.sita]: 1, [user.cleo]: 2, [user.eve]: 3 };
const owner = fc.constantFrom(user.uma, user.ulf, user.sita, user.cleo, user.eve);

const generatedTicket = fc.record({
  owner,
  closed: fc.boolean(),
  wordIn: fc.constantFrom('summary', 'details'),
  actions: fc.array(
    fc.record({ private: fc.boolean(), kind: fc.constantFrom('note', 'reply', 'time', 'assignment', 'status') }),
    { maxLength: 4 },
  ),
  articles: fc.subarray([1, 2, 3]),
  parent: fc.boolean(),
});

const generatedTickets = fc.array(generatedTicket, { minLength: 1, maxLength: 8 });
type GeneratedTicket = typeof generatedTicket extends fc.Arbitrary<infer Ticket> ? Ticket : never;

function buildDesk(tickets: readonly GeneratedTicket[]): DeskRows {
  const numbered = tickets.map((ticket, index) => ({ ...ticket, id: index + 1 }));
  const actions = numbered.flatMap((ticket) =>
    ticket.actions.map((action, index) => ({ ticket, action, number: index + 1 })),
  );
  const links = numbered.flatMap((ticket) =>
    ticket.articles.map((article) => ({ ticket_id: ticket.id, article_id: article })),
  );
  const rows = workflowDesk();
  const outcomes = rows.desk_outcome.map((row) =>
    row.for_users === 1 ? row : { ...row, name: `${agentsWord} ${row.id}`, label: agentsWord, note: agentsWord },
  );
  return {
    ...rows,
    desk_outcome: outcomes,
    desk_article: [
      articleRow(1, { title: `${sharedWord} manual` }),
      articleRow(2, { title: `${sharedWord} ${agentsWord}`, resolution: agentsWord, audience: 'agents' }),
      articleRow(3, { title: `${sharedWord} old`, description: agentsWord, tags: agentsWord, inactive: 1 }),
    ],
    desk_ticket: numbered.map((ticket) =>
      ticketRow(ticket.id, {
        summary: `${sharedWord} ${ticket.wordIn === 'summary' ? elseWord(ticket.owner) : ''}`,
        details: `${sharedWord} ${elseWord(ticket.owner)}`,
        user_id: ticket.owner,
        site_id: home[ticket.owner] ?? 1,
        parent_id: ticket.parent && ticket.id > 1 ? ticket.id - 1 : null,
        ...(ticket.closed ? { status_id: status.closed, closed_at: monday9 } : {}),
      }),
    ),
    desk_action: actions.map(({ ticket, action, number }, index) =>
      actionRow(index + 1, ticket.id, number, {
        kind: action.kind,
        private: action.private ? 1 : 0,
        note: action.private
          ? `${sharedWord} ${privateWord} ${elseWord(ticket.owner)}`
          : `${sharedWord} ${elseWord(ticket.owner)}`,
        outcome: action.private ? privateWord : 'Note',
        actor: action.private ? privateWord : 'Ada Admin',
      }),
    ),
    desk_ticket_article: links.map((link, index) => ({ id: index + 1, ...link })),
  };
}

/** Whose tickets the viewer may see. */
function seenOwners({ userId, siteId, clientId, sees }: UserPrincipal): number[] {
  const isSeen = (other: number): boolean =>
    other === userId ||
    (sees === 'site' && home[other] === siteId) ||
    (sees === 'client' && ((home[other] ?? 0) <= 2 ? 1 : 2) === clientId);
  return Object.values(user).filter((other) => home[other] !== undefined && isSeen(other));
}

/** Everything that the user can be told: every tool with arguments that could bring something to light. */
async function readEverything(
  open: TestDesk,
  viewer: UserPrincipal,
  words: string[],
  tickets: number,
): Promise<string> {
  const heard: unknown[] = [];
  const hear = async (tool: string, input: object): Promise<void> => {
    heard.push(await open.call(tool, viewer, input).catch((error: Error) => error.message));
  };
  for (const search of words) {
    for (const tool of ['search_tickets', 'get_knowledge', 'log_service_request']) {
      for (const more of [{}, { page_number: 2 }]) await hear(tool, { search, ...more });
    }
  }
  for (const id of [1, 2, 3]) await hear('get_one_article', { article_id: id });
  for (let id = 1; id <= tickets + 1; id += 1) await hear('get_one_ticket', { ticket_id: id });
  await hear('get_my_tickets', { open_only: false });
  await hear('get_user_info', {});
  for (let id = 1; id <= tickets + 1; id += 1) {
    await hear('update_ticket', { ticket_id: id, note: 'hello' });
    for (const action_id of Object.values(outcome)) {
      await hear('action_ticket', { ticket_id: id, action_id });
      await hear('use_specific_action', { ticket_id: id, action_id, note: 'hello', fields: { code: 'A' } });
    }
    await hear('get_one_ticket', { ticket_id: id });
    await hear('update_ticket', { ticket_id: id, note: 'bye', close: true });
  }
  await hear('create_ticket', { summary: 'new', description: 'new' });
  return JSON.stringify(heard);
}

test('The tools below are all that a user is offered.', () => {
  const offered = systemTools.filter((tool) => tool.offered.user !== 'no').map((tool) => tool.name);
  const read =
    'search_tickets get_knowledge log_service_request get_one_article get_one_ticket get_my_tickets get_user_info';
  const write = 'update_ticket create_ticket action_ticket use_specific_action';
  expect(offered.sort()).toEqual(`${read} ${write}`.split(' ').sort());
});

test('No tool tells a user a private note, an agents’ or inactive article, or a ticket out of reach.', async () => {
  await fc.assert(
    fc.asyncProperty(generatedTickets, owner, async (tickets, viewerId) => {
      const rows = buildDesk(tickets);
      const viewer = userPrincipal(rows, viewerId);
      const seen = seenOwners(viewer);
      const others = Object.values(user).filter((other) => !seen.includes(other));
      const open = openTestDesk(rows);
      try {
        const told = await readEverything(open, viewer, [sharedWord, '#2', 'ada'], rows.desk_ticket.length);
        for (const word of [privateWord, agentsWord, ...others.map(elseWord)]) expect(told).not.toContain(word);
        for (const search of [privateWord, agentsWord, ...others.map(elseWord)]) {
          expect((await open.call('search_tickets', viewer, { search })).record_count).toBe(0);
          expect((await open.call('get_knowledge', viewer, { search })).record_count).toBe(0);
        }
        // The property is not kept by telling nothing.
        const own = rows.desk_ticket.filter((ticket) => seen.includes(ticket.user_id)).length;
        const found = await open.call('search_tickets', viewer, { search: sharedWord });
        expect(found.record_count).toBe(own);
      } finally {
        open.close();
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 120_000);
