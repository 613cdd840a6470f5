import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src-main/db/open-database.ts';
import { createReaderPool } from '../../src-main/db/readers/reader-pool.ts';
import { loadDeskRows } from '../../src-main/db/repositories/desk-load.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { createSearch } from '../../src-main/search/search.ts';
import { quietLog } from '../support/quiet-log.ts';
import { articleRow, monday9, smallDesk, ticketRow } from '../support/small-desk.ts';
import type { RetrievalSet } from './read-retrieval-set.ts';

/** A desk of its own with the documents as articles or tickets, numbered in their order from 1; `close` removes it. */
export function openCorpusDesk({ corpus, tickets }: Pick<RetrievalSet, 'corpus' | 'tickets'>) {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const database = openDatabase(folder, createSystemPorts(quietLog));
  const categories = [...new Set(corpus.map(({ metadata }) => metadata?.component ?? 'none'))];
  const rows = tickets
    ? {
        desk_category: categories.map((name, at) => ({ id: at + 1, name })),
        desk_ticket: corpus.map(({ title, text, metadata }, at) => {
          const category_id = categories.indexOf(metadata?.component ?? 'none') + 1;
          const opened = metadata?.opened === undefined ? monday9 : Date.parse(metadata.opened);
          return ticketRow(at + 1, {
            category_id,
            summary: title,
            details: text,
            opened_at: opened,
            last_action_at: opened,
          });
        }),
      }
    : {
        desk_article: corpus.map(({ title, text }, at) =>
          articleRow(at + 1, { title, description: text, resolution: '', tags: '' }),
        ),
      };
  const load = { kind: 'reset', actor: 'evaluation', label: 'corpus', ledger: 'summary' } as const;
  database.inChangeSet(load, () => loadDeskRows(database.connection, { ...smallDesk(), ...rows }));
  const readers = createReaderPool(database.file, 1);
  return {
    file: database.file,
    search: createSearch(readers),
    close: async () => {
      await readers.close();
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
