import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { RuleTrialEvent } from '../../src-shared/api/suggestions.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { realClients } from '../support/real-clients.ts';

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
}, 60_000);
afterAll(() => admin.close());

const sql = <T>(text: string): T[] => admin.served.core.database.connection.prepare(text).pluck().all() as T[];
const openTickets = () =>
  sql<number>(`SELECT t.id FROM desk_ticket t JOIN desk_status s ON s.id = t.status_id
    WHERE s.kind = 'open' AND t.category_id IS NOT NULL ORDER BY t.id`);
const match = (ticketId: number) => admin.client.suggestions.match({ ticketId });

function never(): never {
  throw new Error('The demo desk has rules.');
}

/** The next open ticket for which category and resolution are suggested; it has lost its category for that. */
let looked = 0;
async function findMatched(): Promise<{ id: number; category: number; resolution: number; proposed: number }> {
  for (const id of openTickets().slice(looked)) {
    looked += 1;
    admin.served.core.database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () =>
      admin.served.core.database.connection.prepare('UPDATE desk_ticket SET category_id = NULL WHERE id = ?').run(id),
    );
    const { suggestions } = await match(id);
    const category = suggestions.find(({ proposes }) => proposes === 'category');
    const resolution = suggestions.find(({ proposes }) => proposes === 'resolution');
    if (category?.valueId === undefined || resolution === undefined) continue;
    return { id, category: category.id, resolution: resolution.id, proposed: category.valueId };
  }
  throw new Error('No open ticket has suggestions.');
}

type TrialEvent = Exclude<RuleTrialEvent, { kind: 'failed' }>;

async function tryOut(rule: Parameters<typeof admin.client.suggestions.tryRule>[0]) {
  const told: TrialEvent[] = [];
  for await (const event of await admin.client.suggestions.tryRule(rule)) {
    if (event.kind === 'failed') throw new Error(event.sentence);
    told.push(event);
  }
  const result = told.at(-1);
  if (result?.kind !== 'result') throw new Error('The trial ended without a result.');
  return { told, result };
}

describe('suggestions through the admin door', () => {
  it('Matches come with their reasons, the likest first, and never with the ticket itself.', async () => {
    const { id } = await findMatched();
    const { tickets, articles, suggestions } = await match(id);
    expect(tickets.map((ticket) => ticket.id)).not.toContain(id);
    expect(tickets.length).toBeGreaterThan(2);
    for (const list of [tickets, articles]) {
      expect(list.map(({ score }) => score)).toEqual(list.map(({ score }) => score).sort((a, b) => b - a));
      for (const { words, score } of list) expect([words.length > 0, score > 0 && score <= 1]).toEqual([true, true]);
    }
    for (const { agreed, considered, ticketIds, rule } of suggestions) {
      expect(ticketIds).toHaveLength(agreed);
      expect(considered).toBeGreaterThanOrEqual(agreed);
      expect(rule?.name).toMatch(/similar tickets$/);
    }
  });

  it('What is applied is on the ticket as the administrator’s edit; what is dismissed is gone for good.', async () => {
    const { id, category, resolution, proposed } = await findMatched();
    const { suggestions: left } = await admin.client.suggestions.apply({ ticketId: id, ids: [category] });
    expect(left.map((each) => each.id)).toContain(resolution);
    expect(left.map((each) => each.id)).not.toContain(category);
    expect((await admin.client.suggestions.open({ ticketId: id })).suggestions).toEqual(left);
    expect((await admin.client.tickets.get({ id })).category?.id).toBe(proposed);
    await admin.client.suggestions.dismiss({ ticketId: id, ids: [resolution] });
    expect((await match(id)).suggestions.map(({ proposes }) => proposes)).not.toContain('resolution');
    await expect(admin.client.suggestions.apply({ ticketId: id, ids: [category] })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(sql("SELECT label FROM trace_change_set WHERE kind = 'edit' AND label <> 'test' ORDER BY id")).toEqual([
      'Apply suggestion',
      'Dismiss suggestion',
    ]);
  });

  it('Rules are saved, put in order and deleted, and what a deleted one suggested expires.', async () => {
    const { rules } = await admin.client.suggestions.listRules();
    const fields = {
      ...{ name: 'Type of the same words', proposes: 'type' as const, typeIds: [1, 2], minimumScore: 0.1 },
      ...{ minimumMatches: 1, minimumPercent: 20, closedOnly: false, lastDays: 900, autoApply: false, inactive: false },
    };
    const added = (await admin.client.suggestions.saveRule(fields)).rules.at(-1);
    expect(added).toEqual({ ...fields, id: added?.id });
    await expect(admin.client.suggestions.saveRule({ ...fields, name: 'TYPE of the same words' })).rejects.toThrow(
      'Another suggestion rule has this name.',
    );
    const changed = { ...fields, id: added?.id ?? 0, typeIds: [2, 3], minimumPercent: null, inactive: true };
    expect((await admin.client.suggestions.saveRule(changed)).rules.at(-1)).toEqual(changed);
    const ids = [changed.id, ...rules.map(({ id }) => id)];
    expect((await admin.client.suggestions.orderRules({ ids })).rules.map(({ id }) => id)).toEqual(ids);
    await expect(admin.client.suggestions.orderRules({ ids: ids.slice(1) })).rejects.toThrow('changed meanwhile');
    expect((await admin.client.suggestions.deleteRule({ id: changed.id })).rules).toEqual(rules);

    const { id, resolution } = await findMatched();
    const rule = rules.find(({ proposes }) => proposes === 'resolution');
    await admin.client.suggestions.deleteRule({ id: rule?.id ?? 0 });
    expect(sql(`SELECT state FROM desk_suggestion WHERE id = ${resolution}`)).toEqual(['expired']);
    expect((await match(id)).suggestions.map(({ proposes }) => proposes)).not.toContain('resolution');
    await admin.client.suggestions.saveRule({ ...(rule ?? fields), id: undefined });
  });

  it('A rule is tried on the tickets closed last, and what it would have said is what they say.', async () => {
    const { rules } = await admin.client.suggestions.listRules();
    const { id: _, ...team } = rules.find(({ proposes }) => proposes === 'team') ?? rules[0] ?? never();
    const { told, result } = await tryOut(team);
    const { tried: usual, wrong, right } = result;
    expect(usual.tickets).toBe(200);
    expect(usual.suggested).toBeGreaterThan(usual.tickets / 2);
    expect(usual.right).toBeGreaterThan(usual.suggested * 0.9);
    expect(wrong).toHaveLength(Math.min(50, usual.suggested - usual.right));
    expect(right).toHaveLength(10);
    const teamOf = async (id: number) => (await admin.client.tickets.get({ id })).team?.name;
    for (const each of [...wrong, ...right]) {
      const { id, suggested, actual, agreed, considered, ticketIds } = each;
      expect(actual).toBe(await teamOf(id));
      expect(suggested === actual).toBe(right.includes(each));
      expect(considered).toBeGreaterThanOrEqual(agreed);
      expect(agreed).toBeGreaterThanOrEqual(team.minimumMatches);
      expect(ticketIds).not.toContain(id);
      for (const other of ticketIds) expect(await teamOf(other)).toBe(suggested);
    }
    const done = told.map((event) => event.done);
    expect([done[0], done.at(-1)]).toEqual([0, 200]);
    expect(done.length).toBeGreaterThan(20);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    const strict = await tryOut({ ...team, minimumScore: 0.9, minimumMatches: 20 });
    expect(strict.result).toMatchObject({ tried: { tickets: 200, suggested: 0, right: 0 }, wrong: [], right: [] });
  }, 120_000);

  it('A rule that is edited is tried beside the saved one, on the tickets that the edited one is for.', async () => {
    const { rules } = await admin.client.suggestions.listRules();
    const category = rules.find(({ proposes }) => proposes === 'category') ?? never();
    const { result: alone } = await tryOut({ ...category, id: undefined });
    const { result } = await tryOut({ ...category, minimumScore: 0.05, minimumMatches: 1, minimumPercent: null });
    expect(result.saved).toEqual(alone.tried);
    expect(alone.saved).toBe(undefined);
    expect(result.tried.suggested).toBeGreaterThan(alone.tried.suggested);
    const { result: same } = await tryOut(category);
    expect(same.tried).toEqual(same.saved);
    for (const { savedVerdict } of same.wrong) expect(savedVerdict).toBe('wrong');
    for (const { savedVerdict } of result.right) expect(savedVerdict).toBeTypeOf('string');

    const [typeId] =
      sql<number>(`SELECT type_id FROM desk_ticket WHERE closed_at IS NOT NULL AND category_id IS NOT NULL
      GROUP BY type_id ORDER BY count(*) LIMIT 1`);
    const { result: few } = await tryOut({ ...category, typeIds: [typeId ?? 0] });
    expect(few.of).toBeGreaterThan(0);
    expect(few.tried.tickets).toBe(few.of);
    expect(few.saved?.tickets).toBe(few.of);
    await expect(tryOut({ ...category, id: 4_999 })).rejects.toMatchObject({ code: 'not_found' });
  }, 120_000);

  it('A trial that is given up stops searching, and holds up nobody while it runs.', async () => {
    const { rules } = await admin.client.suggestions.listRules();
    const rule = rules[0] ?? never();
    let searches = 0;
    const { search } = admin.served.core;
    const findAlike = search.findAlike;
    search.findAlike = (input) => {
      searches += 1;
      return findAlike(input);
    };
    try {
      const abort = new AbortController();
      const events = await admin.client.suggestions.tryRule(rule, { signal: abort.signal });
      let others = 0;
      for await (const event of events) {
        others += (await admin.client.palette.find({ text: 'printer', limit: 5 })).length;
        expect(event.kind).toBe('progress');
        if (event.kind === 'progress' && event.done > 0) abort.abort();
      }
      expect(others).toBeGreaterThan(0);
      // Another trial is through with all of them, and none of them is the first one's.
      const before = searches;
      await tryOut(rule);
      expect(before).toBeLessThan(60);
      expect(searches - before).toBeLessThan(220);
    } finally {
      search.findAlike = findAlike;
    }
  }, 120_000);

  it('Two who change the same rule do not overwrite each other, and its place is no such change.', async () => {
    const { rules, revision } = await admin.client.suggestions.listRules();
    const rule = rules[0] ?? never();
    const ids = rules.map(({ id }) => id);
    await admin.client.suggestions.orderRules({ ids: [...ids].reverse() });
    await admin.client.suggestions.saveRule({ ...rule, minimumMatches: 4, revision });
    const late = admin.client.suggestions.saveRule({ ...rule, minimumMatches: 5, revision });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    const now = await admin.client.suggestions.listRules();
    await admin.client.suggestions.saveRule({ ...rule, typeIds: [1], revision: now.revision });
    const later = admin.client.suggestions.saveRule({ ...rule, revision: now.revision });
    await expect(later).rejects.toMatchObject({ code: 'conflict' });
    await admin.client.suggestions.saveRule(rule);
    expect((await admin.client.suggestions.orderRules({ ids })).rules).toEqual(rules);
  });

  it('A rule that applies what it finds does so for the administrator, in its own name, and not for a read.', async () => {
    const { rules } = await admin.client.suggestions.listRules();
    const { id, category, proposed } = await findMatched();
    const rule = rules.find(({ proposes }) => proposes === 'category');
    if (rule === undefined) throw new Error('The demo desk has a rule for categories.');
    await admin.client.suggestions.saveRule({ ...rule, autoApply: true });
    const client = await realClients['a plain POST without initialize and without Accept']?.(
      admin.served.endpoint,
      admin.served.createKey(),
    );
    await client?.call('get_matches', { ticket_id: id });
    expect((await admin.client.tickets.get({ id })).category).toBe(undefined);
    expect((await match(id)).suggestions.map((each) => each.id)).not.toContain(category);
    expect((await admin.client.tickets.get({ id })).category?.id).toBe(proposed);
    expect(sql(`SELECT decided_by FROM desk_suggestion WHERE id = ${category}`)).toEqual([rule.name]);
    await admin.client.suggestions.saveRule({ ...rule, autoApply: false });
  });
});

const clients = Object.entries(realClients).filter(([name]) => !name.includes('Inspector'));

test.each(clients)(
  '%s finds what was done before for a ticket of the demo desk, and takes it over',
  async (_, connect) => {
    const { id, category, resolution } = await findMatched();
    const client = await connect(admin.served.endpoint, admin.served.createKey());
    try {
      expect(await client.listTools()).toEqual(expect.arrayContaining(['get_matches', 'apply_suggestion']));
      const { tickets, suggestions } = await client.call('get_matches', { ticket_id: id });
      expect((tickets as unknown[]).length).toBeGreaterThan(2);
      const shown = suggestions as { id: number; new_value: string }[];
      expect(shown.map((each) => each.id)).toEqual(expect.arrayContaining([category, resolution]));
      const before = await client.call('get_one_ticket', { ticket_id: id });
      expect(before['suggestions']).toEqual(shown);
      const suggestion_ids = `${category},${resolution}`;
      const { applied } = await client.call('apply_suggestion', { ticket_id: id, suggestion_ids });
      expect((applied as { id: number }[]).map((each) => each.id).sort()).toEqual([category, resolution].sort());
      const after = await client.call('get_one_ticket', { ticket_id: id });
      expect(after['category_1']).toBe(shown.flatMap((each) => (each.id === category ? each.new_value : []))[0]);
      expect(after['dateclosed']).toBe(null);
      expect(sql(`SELECT private FROM desk_action WHERE ticket_id = ${id} ORDER BY number DESC LIMIT 1`)).toEqual([1]);
    } finally {
      await client.close();
    }
  },
  60_000,
);
