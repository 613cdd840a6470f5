import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column, Sort } from './column.ts';
import { ResizeHandle } from './resize-handle.tsx';
import classes from './data-table.module.css';

interface Props<Row> {
  readonly table: string;
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

export function HeaderCell<Row>({ table, column, sort, onSort }: Props<Row>) {
  const { id, title, titleHidden, align, sortable } = column;
  const sorted = sort?.column === id ? sort : undefined;
  const canSort = sortable === true && onSort !== undefined;
  const Arrow = sorted?.descending === true ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={sorted === undefined ? undefined : sorted.descending ? 'descending' : 'ascending'}
      className={classes['head-cell']}
      data-align={align}
    >
      {canSort ? (
        <button
          type="button"
          className={classes['sort']}
          onClick={() => onSort({ column: id, descending: sorted !== undefined && !sorted.descending })}
        >
          <span className="one-line">{title}</span>
          {sorted !== undefined && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        <span className={titleHidden === true ? 'visually-hidden' : 'one-line'}>{title}</span>
      )}
      <ResizeHandle table={table} column={column.id} />
    </div>
  );
}
