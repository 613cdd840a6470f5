import { useMemo } from 'react';
import { useTablePreferences } from '../preferences.ts';
import type { Column } from './column.ts';

/** The ids of the columns that somebody does not want to see, or that nobody sees who has not chosen. */
export function useHiddenColumns<Row>(table: string, columns: readonly Column<Row>[]): readonly string[] {
  const { hidden } = useTablePreferences(table);
  return useMemo(
    () => hidden ?? columns.filter(({ hiddenAtFirst }) => hiddenAtFirst === true).map(({ id }) => id),
    [hidden, columns],
  );
}
