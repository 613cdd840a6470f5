import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import { defaultRules } from '../../src-main/domain/suggestions/default-rules.ts';
import { agent, articleRow, hour, monday9, smallDesk, status, team, ticketRow } from '../support/small-desk.ts';
import { agentPrincipal, openTestDesk, type TestDesk } from '../support/test-desk.ts';

const jam = { summary: 'Printer jams', details: 'Paper jam in the second tray, the rollers squeak.' };
const solved = {
  ...{ ...jam, status_id: status.closed, closed_at: monday9, category_id: 1, priority_id: 2 },
  ...{ team_id: team.second, agent_id: agent.tess, closure_note: 'Cleaned the rollers.' },
};

/** Ticket 1 is new; 2 to 5 are the same thing and closed; the others are about anything else. */
function jammedDesk(): DeskRows {
  const rows = smallDesk();
  const others = ['Password forgotten', 'Laptop slow', 'Mail bounces', 'Phone dead', 'Licence missing', 'Desk moves'];
  return {
    ...rows,
    desk_suggestion_rule: [...defaultRules],
    desk_category: [
      { id: 1, name: 'Printing' },
      { id: 2, name: 'Network' },
    ],
    desk_priority: [...rows.desk_priority, { id: 2, name: 'Low', sequence: 2 }],
    desk_sla_target: [
      ...rows.desk_sla_target,
      { id: 2, sla_id: 1, priority_id: 2, respond_seconds: 7200, fix_seconds: 72_000 },
    ],
    desk_article: [articleRow(1, { title: 'Printer jams', description: 'Clean the rollers of the tray.' })],
    desk_ticket: [
      ticketRow(1, { ...jam, agent_id: agent.otto }),
      ...[2, 3, 4, 5].map((id) => ticketRow(id, solved)),
      ...others.map((summary, index) => ticketRow(20 + index, { summary, details: summary })),
    ],
  };
}

let open: TestDesk;
let rows = jammedDesk();
const reopen = (changed: DeskRows): void => {
  open.close();
  rows = changed;
  open = openTestDesk(rows);
};
beforeEach(() => {
  rows = jammedDesk();
  open = openTestDesk(rows);
});
afterEach(() => open.close());

interface Shown {
  readonly id: number;
  readonly type: string;
  readonly new_value: string;
  readonly reason: string;
  readonly ticket_ids: number[];
}

const as = (id: number) => agentPrincipal(rows, id);
const match = async (by = agent.ada, options: Parameters<TestDesk['call']>[3] = {}) => {
  const answer = await open.call('get_matches', as(by), { ticket_id: 1 }, options);
  return { ...answer, suggestions: answer['suggestions'] as Shown[] };
};
const suggested = async (by = agent.ada) => (await match(by)).suggestions;
const shownWith = async (by = agent.ada) =>
  (await open.call('get_one_ticket', as(by), { ticket_id: 1 }))['suggestions'] as Shown[];
const apply = (ids: string, by = agent.ada) =>
  open.call('apply_suggestion', as(by), { ticket_id: 1, suggestion_ids: ids }, { at: monday9 + hour });
const idOf = async (type: string) => {
  const found = (await suggested()).find((each) => each.type === type);
  if (found === undefined) throw new Error(`No ${type} is suggested.`);
  return found.id;
};
const values = (list: readonly Shown[]) => Object.fromEntries(list.map((each) => [each.type, each.new_value]));
const query = (sql: string) => open.database.connection.prepare(sql).all();
const change = (sql: string) => open.write(() => void open.database.connection.exec(sql));
const all = { category: 'Printing', priority: 'Low', team: 'Second Line', agent: 'Tess Team' };
const whole = { ...all, resolution: 'Cleaned the rollers.' };

describe('get_matches', () => {
  test('answers the likest tickets and articles with why, and what they suggest.', async () => {
    const { tickets, articles, suggestions } = await match();
    expect(tickets.map(({ id }) => id)).toEqual([2, 3, 4, 5]);
    const why = { method: 'terms', words: expect.arrayContaining(['jam', 'rollers']) as string[] };
    expect(tickets[0]).toMatchObject({ resolution: 'Cleaned the rollers.', why: { ...why, days_apart: 0 } });
    expect(articles).toMatchObject([{ id: 1, title: 'Printer jams', why: { method: 'terms' } }]);
    expect(values(suggestions)).toEqual(whole);
    expect(suggestions[0]).toMatchObject({ reason: '4 of 4 similar tickets', ticket_ids: [2, 3, 4, 5] });
    expect(await shownWith()).toEqual(suggestions);
  });

  test('writes suggestions as what a rule made, once, and changes nothing of the ticket.', async () => {
    const before = query('SELECT * FROM desk_ticket');
    await match();
    const first = query('SELECT * FROM desk_suggestion');
    await match();
    expect(query('SELECT * FROM desk_suggestion')).toEqual(first);
    expect(query('SELECT * FROM desk_ticket')).toEqual(before);
    expect(query("SELECT kind, actor FROM trace_change_set WHERE kind = 'rule'")).toEqual([
      { kind: 'rule', actor: `agent:${agent.ada}` },
    ]);
  });

  test('shows no article to a token without the scope, or to a role without them.', async () => {
    const tokenScopes = new Set(['read:tickets'] as const);
    const scoped = await open.call('get_matches', { ...as(agent.ada), tokenScopes }, { ticket_id: 1 });
    expect(scoped).toMatchObject({ articles: [], tickets: [{ id: 2 }, { id: 3 }, { id: 4 }, { id: 5 }] });
    reopen({ ...rows, desk_role: rows.desk_role.map((role) => ({ ...role, articles: 'none' })) });
    const tess = { ...as(agent.tess) };
    change(`UPDATE desk_ticket SET team_id = ${team.second} WHERE id = 1`);
    expect((await open.call('get_matches', tess, { ticket_id: 1 })).articles).toEqual([]);
    const compatible = { endpoint: { mode: 'halo-compatible' as const } };
    expect((await open.call('get_matches', tess, { ticket_id: 1 }, compatible)).articles).toHaveLength(1);
  });

  test('never suggests a disabled agent, an inactive team, or what the ticket has.', async () => {
    change(`UPDATE desk_agent SET disabled = 1 WHERE id = ${agent.tess}`);
    change(`UPDATE desk_team SET inactive = 1 WHERE id = ${team.second}`);
    change('UPDATE desk_ticket SET category_id = 1 WHERE id = 1');
    expect(values(await suggested())).toEqual({ priority: 'Low', resolution: 'Cleaned the rollers.' });
  });
});

describe('suggestions', () => {
  test('keep their ids while they hold, expire when they do not, and come back as new ones.', async () => {
    const first = await suggested();
    change('UPDATE desk_ticket SET category_id = 2 WHERE id IN (4, 5)');
    const second = await suggested();
    expect(second).toEqual(first.filter(({ type }) => type !== 'category'));
    change('UPDATE desk_ticket SET category_id = 1 WHERE id = 4');
    const third = await suggested();
    const category = third.find(({ type }) => type === 'category');
    expect(category).toMatchObject({ reason: '3 of 4 similar tickets', ticket_ids: [2, 3, 4] });
    expect(first.map(({ id }) => id)).not.toContain(category?.id);
    expect(third.filter(({ type }) => type !== 'category')).toEqual(second);
  });

  test('that were dismissed or applied are not made again, another value is.', async () => {
    const id = await idOf('category');
    const occasion = { by: { agentId: agent.ada, userId: null, name: 'Ada Admin' }, at: monday9 };
    const viewer = { audience: 'agents', seesPrivate: false, tickets: { kind: 'all' } } as const;
    open.write(() => open.desk.suggestions.dismiss(viewer, 1, [id], occasion));
    await apply(String(await idOf('resolution')));
    expect(values(await suggested())).toEqual({ priority: 'Low', team: 'Second Line', agent: 'Tess Team' });
    change('UPDATE desk_ticket SET category_id = 2 WHERE id BETWEEN 2 AND 5');
    expect(values(await suggested())).toMatchObject({ category: 'Network' });
  });

  test('whose tickets are out of sight are neither shown nor applied, nor expired by whoever cannot see them.', async () => {
    const seen = await suggested();
    const unseen = await match(agent.otto);
    expect(unseen).toMatchObject({ tickets: [], suggestions: [] });
    expect(await shownWith(agent.otto)).toEqual([]);
    await expect(apply(String(seen[0]?.id), agent.otto)).rejects.toMatchObject({
      code: 'conflict',
      message: `Suggestion ${seen[0]?.id} is not open for ticket 1. It has no open suggestions.`,
    });
    expect(await shownWith()).toEqual(seen);
  });

  test('are made for somebody of a team from the team’s tickets alone.', async () => {
    change(`UPDATE desk_ticket SET team_id = ${team.second} WHERE id = 1`);
    change(`UPDATE desk_ticket SET team_id = ${team.first}, agent_id = ${agent.ada} WHERE id = 5`);
    const [category] = await suggested(agent.tess);
    expect(category).toMatchObject({ type: 'category', ticket_ids: [2, 3, 4], reason: '3 of 3 similar tickets' });
    const [wider] = await suggested(agent.ada);
    expect(wider).toMatchObject({ id: category?.id, reason: '4 of 4 similar tickets' });
    // One that does not agree is counted as well, and the number would tell of it.
    change('UPDATE desk_ticket SET category_id = 2 WHERE id = 5');
    expect((await suggested(agent.ada))[0]).toMatchObject({ reason: '3 of 4 similar tickets', ticket_ids: [2, 3, 4] });
    expect((await shownWith(agent.tess)).map(({ type }) => type)).not.toContain('category');
    expect((await suggested(agent.tess))[0]).toMatchObject({ type: 'category', reason: '3 of 3 similar tickets' });
  });
});

describe('apply_suggestion', () => {
  test('gives the ticket everything that is asked for, in the usual ways.', async () => {
    const ids = (await suggested()).map(({ id }) => id);
    const answer = await apply(` ${ids.join(' , ')} `);
    expect(answer).toMatchObject({ agent_name: 'Tess Team', team_name: 'Second Line', priority_name: 'Low' });
    expect(values(answer['applied'] as Shown[])).toEqual(whole);
    expect(query('SELECT category_id, status_id, closed_at FROM desk_ticket WHERE id = 1')).toEqual([
      { category_id: 1, status_id: status.inProgress, closed_at: null },
    ]);
    expect(query('SELECT kind, private, note FROM desk_action WHERE ticket_id = 1 ORDER BY number')).toEqual([
      { kind: 'note', private: 1, note: 'Resolution of the similar ticket 2:\n\nCleaned the rollers.' },
      { kind: 'assignment', private: 1, note: 'Assigned to Tess Team, Second Line.' },
    ]);
    expect(query('SELECT DISTINCT state, decided_by FROM desk_suggestion')).toEqual([
      { state: 'applied', decided_by: 'Ada Admin' },
    ]);
    expect(await shownWith()).toEqual([]);
  });

  test('leaves a team’s new ticket to nobody when its agent is not in the team.', async () => {
    expect(await apply(String(await idOf('team')))).toMatchObject({ agent_name: null, team_name: 'Second Line' });
  });

  test('applies nothing when one of them cannot be, and names those that can.', async () => {
    const suggestions = await suggested();
    const [category] = suggestions;
    const before = query('SELECT * FROM desk_ticket');
    const refused = await apply(`${category?.id},999`).catch((error: Error) => error);
    expect(refused).toMatchObject({ code: 'conflict' });
    const { message } = refused as Error;
    expect(message).toMatch(/^Suggestion 999 is not open for ticket 1\. Open are: \d+ \(category: Printing\), /);
    for (const { id } of suggestions) expect(message).toContain(String(id));
    change('DELETE FROM desk_agent_team WHERE agent_id = 2');
    await expect(apply(suggestions.map(({ id }) => id).join(','))).rejects.toMatchObject({ code: 'invalid_arguments' });
    expect(query('SELECT * FROM desk_ticket')).toEqual(before);
    expect(query('SELECT count(*) AS actions FROM desk_action')).toEqual([{ actions: 0 }]);
    expect((await shownWith()).length).toBe(suggestions.length);
  });

  test('refuses what the ticket has got in another way, and what it may no longer have.', async () => {
    const [category, teamId] = [await idOf('category'), await idOf('team')];
    change('UPDATE desk_ticket SET category_id = 1 WHERE id = 1');
    change(`UPDATE desk_team SET inactive = 1 WHERE id = ${team.second}`);
    for (const id of [category, teamId]) await expect(apply(`${id}`)).rejects.toMatchObject({ code: 'conflict' });
  });
});
