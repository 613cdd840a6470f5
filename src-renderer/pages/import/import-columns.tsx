import type { ImportView } from '../../../src-shared/api/imports.ts';
import { formatNumber } from '../../components/format-number.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { Column } from '../../components/table/column.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import { ImportStateBadge } from './import-state-badge.tsx';
import { kindWords } from './kind-words.ts';

export const importColumns: readonly Column<ImportView>[] = [
  { id: 'startedAt', title: 'When', width: 96, cell: ({ startedAt }) => <RelativeTime at={startedAt} /> },
  textColumn('fileName', 'File', 200, ({ fileName }) => fileName),
  { id: 'kind', title: 'Rows are', width: 112, cell: ({ kind }) => kindWords[kind].many },
  { id: 'run', title: 'Run', width: 72, cell: ({ dryRun }) => (dryRun ? 'Check' : 'Import') },
  { id: 'state', title: 'State', width: 112, cell: ({ state }) => <ImportStateBadge state={state} /> },
  count('read', 'Read', ({ counts }) => counts.read),
  count('created', 'New', ({ counts }) => counts.created),
  count('updated', 'Updated', ({ counts }) => counts.updated),
  count('refused', 'Refused', ({ counts }) => counts.refused),
];

function count(id: string, title: string, number: (row: ImportView) => number): Column<ImportView> {
  return { id, title, width: 80, align: 'right', cell: (row) => formatNumber(number(row)) };
}
