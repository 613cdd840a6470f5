import type { ReactNode } from 'react';
import { Count } from '../count.tsx';
import { DataTable, rowHeight } from './data-table.tsx';
import type { Column } from './column.ts';
import type { Rows } from './rows.ts';
import classes from './table-section.module.css';

interface Props<Row> {
  readonly title: string;
  /** In sentences: "site", "sites". */
  readonly one: string;
  readonly many: string;
  readonly actions?: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: Rows<Row>;
  readonly onOpen?: (row: Row) => void;
  readonly empty: ReactNode;
}

const mostShown = 20;

/** A list that belongs to a record, under its name: as high as its rows, up to ten of them. */
export function TableSection<Row extends { readonly id: number }>(props: Props<Row>) {
  const { title, one, many, actions, empty, ...table } = props;
  const { rows } = table;
  // A short table has no menu of columns.
  const columns = table.columns.map((column) => ({ ...column, always: true as const }));
  const shown = Math.min(mostShown, Math.max(1, rows.total ?? 1));
  return (
    <section className={classes['section']} aria-label={title}>
      <div className={classes['head']}>
        <h2>{title}</h2>
        <Count of={rows.total} one={one} many={many} />
        <div className={classes['actions']}>{actions}</div>
      </div>
      {rows.total === 0 ? (
        <p className={classes['none']}>{empty}</p>
      ) : (
        <div className={classes['table']} style={{ height: (shown + 1) * rowHeight + 2 }}>
          <DataTable
            {...table}
            columns={columns}
            name={`in-record-${many}`}
            label={title}
            keyOf={({ id }) => id}
            empty={empty}
          />
        </div>
      )}
    </section>
  );
}
