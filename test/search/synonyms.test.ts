import { afterEach, expect, test } from 'vitest';
import { createSynonymList } from '../../src-main/domain/configuration/synonyms.ts';
import type { WorkbenchDatabase } from '../../src-main/db/open-database.ts';
import { actionRow, articleRow, monday9, ticketRow } from '../support/small-desk.ts';
import { openSearchDesk, publicViewer } from './open-search-desk.ts';

const articles = [
  articleRow(1, { title: 'Tunnel set-up', description: 'How to start the VPN at home.', tags: '' }),
  articleRow(2, { title: 'Working from elsewhere', description: 'Ask for remote access first.', tags: '' }),
  articleRow(3, { title: 'Notebook lease', description: 'A notebook is kept for four years.', tags: '' }),
  articleRow(4, { title: 'Access cards', description: 'Lost cards are blocked. The remote is elsewhere.', tags: '' }),
];
const groups = [
  ['VPN', 'remote access'],
  ['laptop', 'notebook', 'portable computer'],
];

let desk: ReturnType<typeof openSearchDesk>;
afterEach(() => desk.close());

function save(next: string[][]): void {
  const { connection } = desk;
  const inTransaction = <T>(work: () => T): T => connection.transaction(work)();
  const database = { connection, inTransaction } as WorkbenchDatabase;
  createSynonymList(database, { now: () => monday9 }).replace({ groups: next }, 'test');
}

test('a synonym finds what has another word for it, after what has the word itself', () => {
  desk = openSearchDesk({ desk_article: articles });
  expect(desk.ids('article', 'laptop ')).toEqual([]);
  expect(desk.ids('article', 'vpn ')).toEqual([1]);
  save(groups);
  expect(desk.search('article', 'laptops ').hits).toMatchObject([{ id: 3, matched: ['notebook'] }]);
  expect(desk.ids('article', 'vpn ')).toEqual([1, 2]);
});

test('several words are one synonym only when they stand together', () => {
  desk = openSearchDesk({ desk_article: articles });
  save(groups);
  expect(desk.ids('article', 'remote access ')).toEqual([2, 4, 1]);
  expect(desk.ids('article', 'access elsewhere ')).not.toContain(1);
});

test('a search sees at once that synonyms were changed or taken away', () => {
  desk = openSearchDesk({ desk_article: articles });
  save(groups);
  expect(desk.ids('article', 'laptop ')).toEqual([3]);
  save([['laptop', 'cards']]);
  expect(desk.ids('article', 'laptop ')).toEqual([4]);
  save([]);
  expect(desk.ids('article', 'laptop ')).toEqual([]);
});

test('a synonym that stands in private notes only tells nothing of them', () => {
  const rows = { desk_ticket: [ticketRow(1, { summary: 'VPN down' }), ticketRow(2, { summary: 'Other' })] };
  desk = openSearchDesk(rows);
  save(groups);
  const without = desk.search('ticket', 'vpn ', { viewer: publicViewer });
  desk.close();
  desk = openSearchDesk({ ...rows, desk_action: [actionRow(1, 2, 1, { note: 'remote access', private: 1 })] });
  save(groups);
  expect(desk.search('ticket', 'vpn ', { viewer: publicViewer })).toEqual(without);
  expect(desk.ids('ticket', 'vpn ')).toEqual([1, 2]);
});
