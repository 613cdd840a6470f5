import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countDesk, countTracker } from '../data/count-tracker.ts';
import { type ImportDesk, openImportDesk } from './import-desk.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../data', name), 'utf8');
let desk: ImportDesk;

beforeAll(async () => {
  desk = await openImportDesk();
  await desk.bring('people.jsonl', read('tracker-people.jsonl'));
  await desk.bring('tickets.jsonl', read('tracker-tickets.jsonl'));
});
afterAll(() => desk.close());

test('what a real tracker has of tickets, events, comments, closings, categories and duplicates is on the desk', () => {
  expect(countDesk(desk.count)).toEqual(countTracker([read('tracker-tickets.jsonl')]));
});

test('who has thirty comments is an agent', () => {
  const counts = read('tracker-people.jsonl')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { comments: number }).comments);
  // Beside the agent and the user that every desk has.
  expect(desk.count('SELECT count(*) FROM desk_agent')).toBe(1 + counts.filter((count) => count >= 30).length);
});
