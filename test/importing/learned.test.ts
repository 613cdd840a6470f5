import { expect, test } from 'vitest';
import { lines, openImportDesk, trackerTickets } from './import-desk.ts';

/** More than the index of summaries waits for, and not a multiple of it. */
const rows = 2_300;

test('when an import is over every index has all of its rows, and so it does when they come again with other words', async () => {
  const desk = await openImportDesk();
  const bring = (summary: string) =>
    desk.bring(
      'core.jsonl',
      lines(Array.from({ length: rows }, (_, at) => ({ ...trackerTickets[0], id: `core-${at}`, summary }))),
    );
  const count = (index: string, word: string): number =>
    desk.count(`SELECT count(*) FROM ${index} WHERE ${index} MATCH '"${word}"'`);
  const unlearned = (): number =>
    desk.count(`SELECT count(*) FROM desk_action WHERE note <> '' AND (ticket_id << 20) | number NOT IN
      (SELECT id FROM find_note_public_docsize UNION ALL SELECT id FROM find_note_private_docsize)`);
  try {
    expect((await bring('Aardvarks everywhere')).counts.created).toBe(rows);
    for (const index of ['find_ticket', 'find_ticket_title']) expect(count(index, 'aardvarks')).toBe(rows);
    expect(unlearned()).toBe(0);

    expect((await bring('Buffaloes nowhere')).counts.updated).toBe(rows);
    for (const index of ['find_ticket', 'find_ticket_title']) {
      expect(count(index, 'aardvarks')).toBe(0);
      expect(count(index, 'buffaloes')).toBe(rows);
    }
  } finally {
    await desk.close();
  }
}, 60_000);
