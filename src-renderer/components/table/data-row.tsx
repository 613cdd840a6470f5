import { memo } from 'react';
import type { Column } from './column.ts';
import classes from './data-table.module.css';

interface Props<Row> {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  /** Undefined while it is on its way. */
  readonly row: Row | undefined;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly canOpen: boolean;
}

function PlainRow<Row>({ id, index, top, row, columns, template, isActive, isOpen, canOpen }: Props<Row>) {
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      className={classes['row']}
      data-index={index}
      data-active={isActive || undefined}
      data-clickable={canOpen || undefined}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
    >
      {row === undefined ? (
        <div role="gridcell" className={classes['waiting']} />
      ) : (
        columns.map((column) => (
          <div key={column.id} role="gridcell" className={classes['cell']} data-align={column.align}>
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}

/** One row. It is drawn again only when something of it has changed, which makes scrolling cheap. */
export const DataRow = memo(PlainRow) as typeof PlainRow;
