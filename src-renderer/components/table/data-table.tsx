import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { useTablePreferences } from '../preferences.ts';
import type { Column, Sort } from './column.ts';
import { ColumnMenu } from './column-menu.tsx';
import { HeaderCell } from './header-cell.tsx';
import { moveActive } from './move-active.ts';
import type { Rows } from './rows.ts';
import { TableMessage } from './table-message.tsx';
import { useHiddenColumns } from './use-hidden-columns.ts';
import classes from './data-table.module.css';

const rowHeight = 34;

interface Props<Row> {
  /** What columns are remembered under. */
  readonly name: string;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: Rows<Row>;
  readonly keyOf: (row: Row) => string | number;
  readonly openKey?: string | number | undefined;
  /** A click on a row, or Enter. */
  readonly onOpen?: (row: Row) => void;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
  /** Told when somebody leaves the first row, by scrolling or by the keyboard, and when they are back. */
  readonly onRest?: (atTop: boolean) => void;
  readonly handle?: Ref<TableHandle>;
}

export interface TableHandle {
  /** Goes to the first row, with the focus. */
  goToTop(): void;
}

/** A table that draws the rows in sight alone, however many there are. Arrows move, Enter opens. */
export function DataTable<Row>(props: Props<Row>) {
  const { name, label, columns, rows, keyOf, openKey, onOpen, sort, onSort, empty, onRest, handle } = props;
  const { widths } = useTablePreferences(name);
  const hidden = useHiddenColumns(name, columns);
  const shown = columns.filter(({ id, always }) => always === true || !hidden.includes(id));
  const template = shown
    .map(({ id, width, grows }) =>
      grows === true ? `minmax(${widths[id] ?? width}px, 1fr)` : `${widths[id] ?? width}px`,
    )
    .join(' ');
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const count = rows.total ?? 0;

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used while rendering and passed to nobody
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  const { show } = rows;
  useEffect(() => show(from, to), [show, from, to]);

  const atTop = active === 0 && (virtualizer.scrollOffset ?? 0) < rowHeight / 2;
  useEffect(() => onRest?.(atTop), [onRest, atTop]);
  useImperativeHandle(handle, () => ({
    goToTop: () => {
      setActive(0);
      scroller.current?.scrollTo({ top: 0 });
      scroller.current?.focus({ preventScroll: true });
    },
  }));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || count === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = moveActive(event.key, active, count, page);
    if (next !== undefined) {
      setActive(next);
      virtualizer.scrollToIndex(next);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const row = rows.get(active);
      if (row !== undefined) onOpen?.(row);
    }
  };

  return (
    <div className={classes['frame']}>
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-colcount={shown.length}
        aria-busy={rows.total === undefined}
        aria-activedescendant={rows.get(active) === undefined ? undefined : `${id}-${active}`}
        tabIndex={0}
        data-list
        className={classes['scroller']}
        onKeyDown={onKeyDown}
      >
        <div className={classes['sized']} style={{ height: Math.max(virtualizer.getTotalSize(), rowHeight) }}>
          <div role="row" aria-rowindex={1} className={classes['head']} style={{ gridTemplateColumns: template }}>
            {shown.map((column) => (
              <HeaderCell key={column.id} table={name} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
          {items.map(({ index, start }) => {
            const row = rows.get(index);
            const isOpen = row !== undefined && openKey !== undefined && keyOf(row) === openKey;
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={isOpen}
                className={classes['row']}
                data-active={index === active || undefined}
                data-clickable={onOpen !== undefined || undefined}
                style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
                onClick={() => {
                  setActive(index);
                  if (row !== undefined) onOpen?.(row);
                }}
              >
                {shown.map((column) => (
                  <div key={column.id} role="gridcell" className={classes['cell']} data-align={column.align}>
                    {row === undefined ? <span className={classes['waiting']} /> : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <TableMessage rows={rows} empty={empty} />
      <ColumnMenu table={name} columns={columns} />
    </div>
  );
}
