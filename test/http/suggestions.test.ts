import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
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
    const usual = await admin.client.suggestions.tryRule(team);
    expect(usual.tickets).toBeGreaterThan(150);
    expect(usual.suggested).toBeGreaterThan(usual.tickets / 2);
    expect(usual.right).toBeGreaterThan(usual.suggested * 0.9);
    expect(usual.wrongTicketIds).toHaveLength(Math.min(20, usual.suggested - usual.right));
    const strict = await admin.client.suggestions.tryRule({ ...team, minimumScore: 0.9, minimumMatches: 20 });
    expect(strict).toEqual({ tickets: usual.tickets, suggested: 0, right: 0, wrongTicketIds: [] });
  }, 120_000);

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
