import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { loadDeskRows } from '../../src-main/db/repositories/desk-load.ts';
import { readCalendar } from '../../src-main/domain/sla/read-calendar.ts';
import type { DemoDefinition } from '../../src-main/domain/demo/demo-definition.ts';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import { createEmptyDesk } from '../../src-main/domain/demo/empty-desk.ts';
import { findAdministrator, generateDemoDesk } from '../../src-main/domain/demo/generate-demo-desk.ts';
import { readDemoDefinition, readEmptyDefinition } from '../../src-main/domain/demo/read-demo-definition.ts';
import { addWorkingSeconds } from '../../src-main/domain/sla/working-time.ts';

const now = Date.parse('2026-09-16T10:00:00Z');
const resources = new URL('../../resources/', import.meta.url);
let definition: DemoDefinition;
let rows: DeskRows;
let db: Database.Database;

function openDesk(desk: DeskRows): Database.Database {
  const connection = new Database(':memory:');
  connection.pragma('foreign_keys = ON');
  for (const migration of migrations) migration.up(connection);
  connection.transaction(() => {
    loadDeskRows(connection, desk);
  })();
  return connection;
}

const count = (sql: string): number => db.prepare(sql).pluck().get() as number;

beforeAll(() => {
  definition = readDemoDefinition(new URL('demo/', resources));
  rows = generateDemoDesk(definition, { now, seed: 1 });
  db = openDesk(rows);
});

describe('the demo desk', () => {
  it('is as large as promised', () => {
    const size = Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, (list as unknown[]).length]));
    expect(size).toMatchObject({
      desk_client: 12,
      desk_user: 300,
      desk_agent: 25,
      desk_team: 5,
      desk_asset: 400,
      desk_article: 150,
      desk_service: 40,
      desk_ticket_type: 12,
      desk_ticket: 2000,
    });
    expect(definition.scenarios.length).toBeGreaterThanOrEqual(90);
  });

  it('holds together: every reference is found', () => {
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('is the same for the same seed and day, and another for another seed', () => {
    const later = generateDemoDesk(definition, { now: now + 5 * 3_600_000, seed: 1 });
    expect(later).toEqual(rows);
    expect(generateDemoDesk(definition, { now, seed: 2 }).desk_ticket).not.toEqual(rows.desk_ticket);
  });

  it('lies before the day it is made and reaches back 18 months', () => {
    const midnight = Date.parse('2026-09-15T23:00:00Z');
    expect(count('SELECT max(at) FROM desk_action')).toBeLessThan(midnight);
    expect(count('SELECT max(opened_at) FROM desk_ticket')).toBeGreaterThan(midnight - 2 * 86_400_000);
    expect(count('SELECT min(opened_at) FROM desk_ticket')).toBeLessThan(midnight - 530 * 86_400_000);
    expect(count('SELECT max(started_at + seconds * 1000) FROM desk_time_entry')).toBeLessThanOrEqual(midnight);
  });

  it('has some 120 to 180 open tickets, most of them recent and a few forgotten', () => {
    const open = `FROM desk_ticket t JOIN desk_status s ON s.id = t.status_id WHERE s.kind = 'open'`;
    expect(count(`SELECT count(*) ${open}`)).toBeGreaterThanOrEqual(120);
    expect(count(`SELECT count(*) ${open}`)).toBeLessThanOrEqual(180);
    const old = count(`SELECT count(*) ${open} AND t.opened_at < ${now - 70 * 86_400_000}`);
    expect(old).toBeGreaterThanOrEqual(2);
    expect(old).toBeLessThanOrEqual(40);
    expect(count(`SELECT count(DISTINCT t.status_id) ${open}`)).toBeGreaterThanOrEqual(8);
  });

  it('tells histories that agree with the tickets', () => {
    const statusKind = new Map(rows.desk_status.map((status) => [status.id, status.kind]));
    const actions = new Map<number, DeskRows['desk_action']>();
    for (const action of rows.desk_action) {
      const list = actions.get(action.ticket_id);
      if (list === undefined) actions.set(action.ticket_id, [action]);
      else list.push(action);
    }
    for (const ticket of rows.desk_ticket) {
      const story = actions.get(ticket.id) ?? [];
      expect(story.map((action) => action.number)).toEqual(story.map((_, index) => index + 1));
      story.forEach((action, index) => {
        const before = story[index - 1];
        expect(action.status_before_id).toBe(before?.status_after_id ?? null);
        if (before !== undefined) expect(action.at).toBeGreaterThan(before.at);
        expect(action.note.trim()).not.toBe(index === 0 ? '' : undefined);
      });
      const first = story[0];
      const last = story.at(-1);
      expect([first?.kind, first?.note, first?.at]).toEqual(['logged', ticket.details, ticket.opened_at]);
      expect([last?.status_after_id, last?.at]).toEqual([ticket.status_id, ticket.last_action_at]);
      const closed = statusKind.get(ticket.status_id) === 'closed';
      expect(ticket.closed_at).toBe(closed ? last?.at : null);
      expect(ticket.closure_note === '').toBe(!closed);
      const answer = story.find(
        (action) => action.agent_id !== null && action.private === 0 && action.kind !== 'logged',
      );
      expect(ticket.responded_at).toBe(answer?.at ?? null);
      if (!closed && ticket.held_since_at !== null)
        expect(ticket.held_since_at).toBeLessThanOrEqual(ticket.last_action_at);
    }
  });

  it('has every ticket on a step of its type that its status belongs to, and says how it came there', () => {
    const definitions = definition.foundation.workflows.flatMap(({ steps }) => steps);
    const status = new Map(rows.desk_status.map((each) => [each.id, each]));
    const steps = new Map(rows.desk_workflow_step.map((each, index) => [each.id, { ...each, ...definitions[index] }]));
    const workflowOf = new Map(rows.desk_ticket_type.map((each) => [each.id, each.workflow_id]));
    const moves = new Map<number, (number | null)[]>();
    for (const { ticket_id, from_step_id, to_step_id } of rows.desk_ticket_step) {
      const path = moves.get(ticket_id) ?? [null];
      expect(path.at(-1)).toBe(from_step_id);
      moves.set(ticket_id, [...path, to_step_id]);
    }
    for (const ticket of rows.desk_ticket) {
      const step = steps.get(ticket.step_id ?? 0);
      const now = status.get(ticket.status_id);
      expect(step?.workflow_id).toBe(workflowOf.get(ticket.type_id));
      expect(step?.statuses).toContain(now?.name);
      expect(step?.is_end === 1).toBe(now?.kind === 'closed');
      const path = moves.get(ticket.id) ?? [];
      expect(steps.get(path[1] ?? 0)?.is_start).toBe(1);
      expect(path.at(-1)).toBe(ticket.step_id);
    }
  });

  it('has workflows that can be gone through: a start and an end, every step reached, and a way on from each', () => {
    expect(rows.desk_outcome.length).toBeGreaterThanOrEqual(25);
    expect(rows.desk_outcome.filter(({ for_users }) => for_users === 1).length).toBeGreaterThanOrEqual(3);
    const outcomes = new Map(rows.desk_outcome.map((each) => [each.id, each]));
    const kinds = new Map(rows.desk_status.map(({ id, kind }) => [id, kind]));
    for (const { id } of rows.desk_workflow) {
      const steps = rows.desk_workflow_step.filter(({ workflow_id }) => workflow_id === id);
      expect(steps.filter(({ is_start }) => is_start === 1).length).toBe(1);
      const ids = new Set(steps.map((each) => each.id));
      const offered = rows.desk_step_outcome.filter(({ step_id }) => ids.has(step_id));
      for (const step of steps) {
        expect(step.is_start === 1 || offered.some(({ to_step_id }) => to_step_id === step.id)).toBe(true);
        expect(offered.some(({ step_id, to_step_id }) => step_id === step.id && to_step_id !== null)).toBe(true);
      }
      // Into an end step leads what closes, and nothing else.
      for (const { outcome_id, to_step_id } of offered.filter((each) => each.to_step_id !== null)) {
        const target = steps.find((step) => step.id === to_step_id);
        const closes = kinds.get(outcomes.get(outcome_id)?.status_id ?? 0) === 'closed';
        expect([outcomes.get(outcome_id)?.name, closes]).toEqual([
          outcomes.get(outcome_id)?.name,
          target?.is_end === 1,
        ]);
      }
    }
    const used = new Set(rows.desk_step_outcome.map(({ outcome_id }) => outcome_id));
    expect(rows.desk_outcome.filter(({ id, always }) => always === 0 && !used.has(id))).toEqual([]);
  });

  it('books the time that its actions name', () => {
    const booked = rows.desk_time_entry.filter((entry) => entry.action_id !== null);
    const seconds = new Map(booked.map((entry) => [entry.action_id, entry.seconds]));
    const timed = rows.desk_action.filter((action) => action.seconds > 0);
    expect(timed.map((action) => seconds.get(action.id))).toEqual(timed.map((action) => action.seconds));
    expect(booked.length).toBe(timed.length);
  });

  it('promises what the SLA says', () => {
    const sla = rows.desk_sla[0];
    const calendar = readCalendar(rows.desk_calendar[0] ?? { zone: '', hours: '', holidays: '' });
    const incident = rows.desk_ticket_type[0];
    for (const ticket of rows.desk_ticket.filter((each) => each.type_id === incident?.id).slice(0, 300)) {
      const target = rows.desk_sla_target.find(
        (each) => each.sla_id === sla?.id && each.priority_id === ticket.priority_id,
      );
      expect(ticket.respond_by_at).toBe(addWorkingSeconds(calendar, ticket.opened_at, target?.respond_seconds ?? 0));
      const fix = (target?.fix_seconds ?? 0) + ticket.held_seconds;
      expect(ticket.fix_by_at).toBe(addWorkingSeconds(calendar, ticket.opened_at, fix));
    }
  });

  it('keeps users at their own sites, with their own things', () => {
    expect(
      count('SELECT count(*) FROM desk_ticket t JOIN desk_user u ON u.id = t.user_id WHERE u.site_id <> t.site_id'),
    ).toBe(0);
    expect(
      count(`SELECT count(*) FROM desk_ticket_asset x JOIN desk_ticket t ON t.id = x.ticket_id
             JOIN desk_asset a ON a.id = x.asset_id WHERE a.site_id <> t.site_id`),
    ).toBe(0);
    expect(
      count(`SELECT count(*) FROM desk_asset a JOIN desk_user u ON u.id = a.user_id WHERE a.site_id <> u.site_id`),
    ).toBe(0);
    expect(
      count('SELECT count(*) FROM desk_ticket t JOIN desk_user u ON u.id = t.user_id WHERE u.created_at > t.opened_at'),
    ).toBe(0);
  });

  it('reads like people: descriptions differ and no marker is left unfilled', () => {
    const uses = new Map<string, number>();
    for (const { details } of rows.desk_ticket) uses.set(details, (uses.get(details) ?? 0) + 1);
    expect(uses.size / rows.desk_ticket.length).toBeGreaterThan(0.7);
    expect(Math.max(...uses.values())).toBeLessThanOrEqual(10);
    const hostile = new Set(definition.hostile.map((ticket) => ticket.summary));
    const own = new Set(rows.desk_ticket.filter((ticket) => hostile.has(ticket.summary)).map((ticket) => ticket.id));
    const texts = [
      ...rows.desk_ticket
        .filter((ticket) => !own.has(ticket.id))
        .flatMap((ticket) => [ticket.summary, ticket.closure_note]),
      ...rows.desk_action.filter((action) => !own.has(action.ticket_id)).map((action) => action.note),
      ...rows.desk_ticket_field.map((field) => field.value),
      ...rows.desk_asset_field.map((field) => field.value),
    ];
    expect(texts.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
    expect(texts.filter((text) => text !== text.trim() || /[^\n] {2}/.test(text))).toEqual([]);
  });

  it('uses each scenario that chance may choose', () => {
    const openings = new Set(rows.desk_ticket.map((ticket) => ticket.category_id));
    expect(openings.size).toBeGreaterThan(42);
  });

  it('keeps private notes on a good share of tickets', () => {
    const share =
      count(`SELECT count(DISTINCT ticket_id) FROM desk_action WHERE private = 1 AND kind = 'note'`) /
      rows.desk_ticket.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.5);
  });

  it('has hostile tickets that are open and hold a private canary sentence', () => {
    const found = definition.hostile.map((hostile) =>
      rows.desk_ticket.find((ticket) => ticket.summary === hostile.summary),
    );
    expect(found.length).toBeGreaterThanOrEqual(6);
    for (const ticket of found) {
      expect(ticket?.closed_at).toBeNull();
      const notes = rows.desk_action.filter((action) => action.ticket_id === ticket?.id && /canary/i.test(action.note));
      expect(notes.length).toBeGreaterThan(0);
      expect(notes.every((note) => note.private === 1)).toBe(true);
    }
  });

  it('has an administrator, agents who are users too, and users who see more than their own', () => {
    const marked = definition.people.agents.find((agent) => agent.administrator);
    expect(findAdministrator(rows)?.name).toBe(marked?.name);
    expect(rows.desk_user.filter((user) => user.linked_agent_id !== null).length).toBeGreaterThanOrEqual(4);
    expect(rows.desk_user.filter((user) => user.sees === 'site').length).toBeGreaterThan(5);
    expect(rows.desk_user.filter((user) => user.sees === 'client').length).toBeGreaterThanOrEqual(12);
    expect(rows.desk_user.filter((user) => user.inactive === 1).length).toBeGreaterThan(5);
    const learner = rows.desk_agent.find((agent) => agent.name === 'Elodie Marchetti');
    expect(rows.desk_ticket.some((ticket) => ticket.agent_id === learner?.id)).toBe(true);
    expect(rows.desk_action.some((action) => action.agent_id === learner?.id)).toBe(false);
  });

  it('can be made on any day', () => {
    for (const day of [
      '2026-01-01T00:30:00Z',
      '2026-03-29T12:00:00Z',
      '2026-12-28T08:00:00Z',
      '2028-02-29T23:59:00Z',
    ]) {
      const desk = generateDemoDesk(definition, { now: Date.parse(day), seed: 1 });
      expect(desk.desk_ticket.length).toBe(2000);
      expect(Math.max(...desk.desk_action.map((action) => action.at))).toBeLessThan(Date.parse(day));
    }
  });
});

describe('an empty desk', () => {
  it('can be logged to at once', () => {
    const desk = createEmptyDesk(readEmptyDefinition(new URL('empty/', resources)), { now });
    const connection = openDesk(desk);
    expect(connection.pragma('foreign_key_check')).toEqual([]);
    expect(findAdministrator(desk)?.name).toBe('Administrator');
    expect([desk.desk_ticket_type.length, desk.desk_user.length, desk.desk_ticket.length]).toEqual([12, 1, 0]);
  });
});
