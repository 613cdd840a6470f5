import type { PointerEvent } from 'react';
import { usePreferences } from '../preferences.ts';
import classes from './data-table.module.css';

const narrowest = 48;

/** Dragging it sets a column's width, which is remembered. The column menu puts all widths back. */
export function ResizeHandle({ table, column }: { readonly table: string; readonly column: string }) {
  const setTable = usePreferences((preferences) => preferences.setTable);
  const start = (event: PointerEvent<HTMLSpanElement>): void => {
    const handle = event.currentTarget;
    const before = handle.parentElement?.offsetWidth ?? narrowest;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => {
      const width = Math.max(narrowest, before + move.clientX - from);
      const { widths = {} } = usePreferences.getState().tables[table] ?? {};
      setTable(table, { widths: { ...widths, [column]: width } });
    };
    handle.onpointerup = () => {
      handle.onpointermove = null;
    };
  };
  return <span className={classes['resize']} onPointerDown={start} aria-hidden />;
}
