import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';
import type { Column, Sort } from './column.ts';
import { ColumnMenu } from './column-menu.tsx';
import { DataRow } from './data-row.tsx';
import { moveActive } from './move-active.ts';
import type { Rows } from './rows.ts';
import { TableHead } from './table-head.tsx';
import { TableMessage } from './table-message.tsx';
import { useJumping } from './use-jumping.ts';
import { useShownColumns } from './use-shown-columns.ts';
import classes from './data-table.module.css';

/** In pixels, the head's as well. */
export const rowHeight = 34;
/** Milliseconds after which a list that stands still gets its rows, when they flew past. */
const settled = 80;

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
  /** What a key does to the row that the arrows are at, beside what they and Enter do; a letter in lower case. */
  readonly rowKeys?: Readonly<Record<string, (row: Row) => void>>;
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
  const { name, label, columns, rows, keyOf, openKey, onOpen, rowKeys, sort, onSort, empty, onRest, handle } = props;
  const { shown, template, leastWidth } = useShownColumns(name, columns);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const count = rows.total ?? 0;

  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used while rendering and passed to nobody
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    useFlushSync: false,
    isScrollingResetDelay: settled,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? 0) + 1;
  const [drawn, setDrawn] = useState(rows.list);
  if (drawn !== rows.list) {
    setDrawn(rows.list);
    setActive(0);
  }
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [drawn]);

  const isJumping = useJumping(from, to, virtualizer.isScrolling);
  const { show } = rows;
  useEffect(() => {
    if (!isJumping) show(from, to);
  }, [show, from, to, isJumping]);

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
      return;
    }
    const act = event.key === 'Enter' ? onOpen : isPlain(event) ? rowKeys?.[event.key.toLowerCase()] : undefined;
    const row = rows.get(active);
    if (act === undefined || row === undefined) return;
    act(row);
    event.preventDefault();
  };

  const onClick = ({ target }: MouseEvent): void => {
    const clicked = target instanceof Element ? target.closest('[data-index]')?.getAttribute('data-index') : undefined;
    if (clicked === undefined || clicked === null) return;
    setActive(Number(clicked));
    const row = rows.get(Number(clicked));
    if (row !== undefined) onOpen?.(row);
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
        onFocus={showFocused}
        onClick={onClick}
      >
        <div
          className={classes['sized']}
          style={{
            height: Math.max(virtualizer.getTotalSize(), rowHeight),
            minWidth: `calc(${leastWidth}px + 16px + var(--table-end, 44px))`,
          }}
        >
          <TableHead table={name} columns={shown} template={template} sort={sort} onSort={onSort} />
          {items.map(({ index, start }) => {
            const row = isJumping ? undefined : rows.get(index);
            return (
              <DataRow
                key={index}
                id={`${id}-${index}`}
                index={index}
                top={start}
                row={row}
                columns={shown}
                template={template}
                isActive={index === active}
                isOpen={row !== undefined && openKey !== undefined && keyOf(row) === openKey}
                canOpen={onOpen !== undefined}
              />
            );
          })}
        </div>
      </div>
      <TableMessage rows={rows} empty={empty} />
      <ColumnMenu table={name} columns={columns} />
    </div>
  );
}

function isPlain({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return !altKey && !ctrlKey && !metaKey;
}

/** A browser leaves what is half in sight where it is. The mouse moves nothing: a click would miss. */
function showFocused({ target, currentTarget }: FocusEvent): void {
  if (target !== currentTarget && target.matches(':focus-visible')) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
