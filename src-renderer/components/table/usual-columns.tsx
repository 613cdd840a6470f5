import type { Column } from './column.ts';
import { formatNumber } from '../format-number.ts';

export function idColumn<Row extends { readonly id: number }>(): Column<Row> {
  return {
    id: 'id',
    title: 'No.',
    width: 76,
    align: 'right',
    sortable: true,
    always: true,
    cell: ({ id }) => <span className="mono">{id}</span>,
  };
}

/** Text that may be longer than its column; the whole of it on hover. */
export function textColumn<Row>(id: string, title: string, width: number, text: (row: Row) => string): Column<Row> {
  return {
    id,
    title,
    width,
    grows: 'once',
    cell: (row) => <span title={text(row)}>{text(row)}</span>,
  };
}

export function numberColumn<Row>(id: string, title: string, width: number, count: (row: Row) => number): Column<Row> {
  return { id, title, width, align: 'right', sortable: true, cell: (row) => formatNumber(count(row)) };
}
