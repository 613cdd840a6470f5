import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CollectionVersionView } from '../../../src-shared/api/collections.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import type { Column } from '../../components/table/column.ts';
import { DataTable, rowHeight } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import type { ChangeCollectionUrl, CollectionUrl } from './collection-url-state.ts';
import { describeVersion } from './describe-version.ts';
import classes from './collections.module.css';

interface Props {
  readonly query: UseQueryResult<CollectionVersionView[]>;
  readonly url: CollectionUrl;
  readonly onChange: ChangeCollectionUrl;
}

interface VersionRow extends CollectionVersionView {
  readonly what: string;
}

const mostRowsAtOnce = 10;

const columns: readonly Column<VersionRow>[] = [
  {
    id: 'version',
    title: 'Version',
    width: 84,
    align: 'right',
    always: true,
    cell: ({ version }) => <span className="mono">{version}</span>,
  },
  { id: 'at', title: 'Saved', width: 112, always: true, cell: ({ at }) => <RelativeTime at={at} /> },
  { ...textColumn<VersionRow>('by', 'By', 112, ({ by }) => by), always: true },
  { ...textColumn<VersionRow>('what', 'What changed', 240, ({ what }) => what), grows: 'twice', always: true },
];

export function VersionsSection({ query, url, onChange }: Props) {
  const { data, error } = query;
  const rows = useMemo(
    () => data?.map((row, at): VersionRow => ({ ...row, what: describeVersion(row.settings, data[at + 1]?.settings) })),
    [data],
  );
  return (
    <FormSection
      id="versions"
      title="Versions"
      about="Every save is kept. Open one to see how it differs from what is saved now, and to go back to it."
    >
      <div
        className={classes['table']}
        style={{ height: rowHeight * (Math.min(mostRowsAtOnce, Math.max(1, rows?.length ?? 3)) + 1) + 18 }}
      >
        <DataTable
          name="collection-versions"
          label="Versions"
          columns={columns}
          rows={rowsOf(rows, error ?? undefined)}
          keyOf={({ version }) => String(version)}
          openKey={url.version}
          onOpen={({ version }) =>
            onChange({ version: String(version), tool: undefined }, { replace: url.version !== undefined })
          }
          empty={null}
        />
      </div>
    </FormSection>
  );
}
