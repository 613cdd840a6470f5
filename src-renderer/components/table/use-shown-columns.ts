import { useMemo } from 'react';
import { useTablePreferences } from '../preferences.ts';
import type { Column } from './column.ts';
import { useHiddenColumns } from './use-hidden-columns.ts';

interface ShownColumns<Row> {
  readonly shown: readonly Column<Row>[];
  /** Their widths as a CSS grid has them. */
  readonly template: string;
  /** The least that they take together, in pixels. */
  readonly leastWidth: number;
}

export function useShownColumns<Row>(table: string, columns: readonly Column<Row>[]): ShownColumns<Row> {
  const { widths } = useTablePreferences(table);
  const hidden = useHiddenColumns(table, columns);
  return useMemo(() => {
    const shown = columns.filter(({ id, always }) => always === true || !hidden.includes(id));
    const sizes = shown.map(({ id, width, grows }) => {
      const pixels = widths[id] ?? width;
      if (grows === 'twice') return `minmax(${pixels}px, ${2 * width}fr)`;
      return grows === undefined || widths[id] !== undefined ? `${pixels}px` : `minmax(${pixels}px, ${width}fr)`;
    });
    const leastWidth = shown.reduce((sum, { id, width }) => sum + (widths[id] ?? width), 0);
    return { shown, template: sizes.join(' '), leastWidth };
  }, [columns, hidden, widths]);
}
