import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReadOnly } from '../../src-main/db/open-database.ts';
import { createPoster, type McpPoster } from '../support/post-mcp.ts';
import { makeFolder, type ServedWorkbench, startWorkbench } from '../support/start-workbench.ts';
import {
  countTraces,
  createMarker,
  findDamage,
  listMarkersOfReads,
  listWrittenChanges,
  type WrittenChange,
} from '../support/written-changes.ts';

const rounds = 20;
const clients = 6;
const seed = 20_261;

/** What one call of each tool writes: the rows of the desk and the entries of the ledger. */
const wholeChange: Readonly<Record<string, Omit<WrittenChange, 'marker' | 'tool'>>> = {
  add_note_to_ticket: { ledger: ['insert desk_action', 'update desk_ticket'], actions: 1, tickets: 0, calls: 1 },
  create_ticket: {
    ...{ ledger: ['insert desk_action', 'insert desk_ticket', 'insert desk_ticket_step'] },
    ...{ actions: 1, tickets: 1, calls: 1 },
  },
};

const folder = makeFolder();
let workbench: ServedWorkbench;
let key: string;
let ticketId: number;

// Compiled once, by the start that is stopped in good order: a process that is killed keeps nothing for the next.
process.env['NODE_COMPILE_CACHE'] = join(folder, '../compiled');

beforeAll(async () => {
  workbench = await startWorkbench({ folder, args: ['--empty', '--enable'] });
  key = await workbench.createKey();
  const first = { summary: 'First', description: 'First', user_email: 'user@desk.example' };
  ticketId = Number((await createPoster(workbench.endpoint, key).read('create_ticket', first))['id']);
  await workbench.stop();
  workbench = await startWorkbench({ folder, args: [] });
}, 60_000);

afterAll(async () => {
  await workbench.stop();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

interface Asked {
  readonly written: Set<string>;
  readonly read: Set<string>;
  /** Sent and never answered. */
  readonly unanswered: Set<string>;
}

const inputs: readonly ((marker: string) => readonly [tool: string, input: object])[] = [
  (marker) => ['add_note_to_ticket', { ticket_id: ticketId, note: `Note ${marker}` }],
  (marker) => ['create_ticket', { summary: 'T', description: `Text ${marker}`, user_email: 'user@desk.example' }],
  (marker) => ['search_tickets', { search: marker }],
];

/** Calls one after the other until the server is gone, keeping account of what was answered. */
async function callUntilGone(poster: McpPoster, next: () => string, asked: Asked, answered: () => void): Promise<void> {
  for (let number = 0; ; number += 1) {
    const marker = next();
    const [tool, input] = inputs[number % inputs.length]?.(marker) ?? ['', {}];
    asked.unanswered.add(marker);
    try {
      await poster.read(tool, input);
    } catch (error) {
      // `fetch failed` and a body that broke off: the connection is gone. A refusal would be a failure of the test.
      if (error instanceof TypeError) return;
      throw error;
    }
    asked.unanswered.delete(marker);
    (tool === 'search_tickets' ? asked.read : asked.written).add(marker);
    answered();
  }
}

async function writeUntilKilled(round: number, killAfter: number, delay: number): Promise<Asked> {
  const asked: Asked = { written: new Set(), read: new Set(), unanswered: new Set() };
  const gone = once(workbench.process, 'exit');
  let answers = 0;
  const answered = (): void => {
    answers += 1;
    if (answers !== killAfter) return;
    void wait(delay).then(() => workbench.process.kill('SIGKILL'));
  };
  const poster = createPoster(workbench.endpoint, key);
  await Promise.all(
    Array.from({ length: clients }, (_, client) => {
      let number = 0;
      return callUntilGone(poster, () => createMarker(round, client, (number += 1)), asked, answered);
    }),
  );
  expect((await gone)[1]).toBe('SIGKILL');
  return asked;
}

function findHalves(connection: Database): WrittenChange[] {
  const noteOfSameMoment = connection.prepare<[string]>(`SELECT 1 FROM desk_action a
    JOIN desk_action b ON b.ticket_id = a.ticket_id AND b.number < a.number AND b.at = a.at WHERE a.note = ?`);
  return [...listWrittenChanges(connection).values()].filter(({ marker, tool, ...change }) => {
    if (marker === '') return false;
    const whole = wholeChange[tool];
    const changed = JSON.stringify(change);
    if (changed === JSON.stringify(whole)) return false;
    // A note of the very millisecond of the one before leaves the ticket's time as it is.
    const isSameMoment = tool === 'add_note_to_ticket' && noteOfSameMoment.get(`Note ${marker}`) !== undefined;
    return !isSameMoment || changed !== JSON.stringify({ ...whole, ledger: ['insert desk_action'] });
  });
}

test('kill -9 in the middle of concurrent writes, twenty times, loses no acknowledged call and leaves no half of another', async () => {
  const random = xoroshiro128plus(seed);
  const written = new Set<string>();
  const read = new Set<string>();
  let unanswered = 0;

  for (let round = 0; round < rounds; round += 1) {
    const asked = await writeUntilKilled(round, uniformInt(random, 1, 80), uniformInt(random, 0, 6));
    asked.written.forEach((marker) => written.add(marker));
    asked.read.forEach((marker) => read.add(marker));
    unanswered += asked.unanswered.size;

    workbench = await startWorkbench({ folder, args: [] });
    const connection = openReadOnly(join(folder, 'workbench.sqlite'));
    try {
      expect(findDamage(connection)).toEqual([]);
      expect(findHalves(connection)).toEqual([]);
      const present = listWrittenChanges(connection);
      expect([...written].filter((marker) => !present.has(marker))).toEqual([]);
      const heard = listMarkersOfReads(connection);
      expect([...read].filter((marker) => !heard.has(marker))).toEqual([]);
      const traces = countTraces(connection);
      expect(traces).toEqual({ changeSets: present.size, calls: present.size, strayEntries: 0 });
    } finally {
      connection.close();
    }
  }

  // The kills fell where they should: among calls that were under way.
  expect(written.size).toBeGreaterThan(rounds);
  expect(unanswered).toBeGreaterThan(rounds);
}, 300_000);

test('after the kills the search index finds what was acknowledged, and new calls are answered', async () => {
  const poster = createPoster(workbench.endpoint, key);
  const marker = createMarker(rounds, 0, 0);
  const created = await poster.read('create_ticket', {
    summary: 'After',
    description: marker,
    user_email: 'user@desk.example',
  });
  const found = (await poster.read('search_tickets', { search: marker }))['tickets'] as { id: number }[];
  expect(found.map(({ id }) => id)).toEqual([created['id']]);
});
