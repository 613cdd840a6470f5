import { memo } from 'react';
import type { Column, Sort } from './column.ts';
import { HeaderCell } from './header-cell.tsx';
import classes from './data-table.module.css';

interface Props<Row> {
  readonly table: string;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function PlainHead<Row>({ table, columns, template, sort, onSort }: Props<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={classes['head']} style={{ gridTemplateColumns: template }}>
      {columns.map((column) => (
        <HeaderCell key={column.id} table={table} column={column} sort={sort} onSort={onSort} />
      ))}
    </div>
  );
}

export const TableHead = memo(PlainHead) as typeof PlainHead;
