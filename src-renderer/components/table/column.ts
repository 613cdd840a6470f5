import type { ReactNode } from 'react';

export interface Column<Row> {
  /** Also the name that sorting goes by. */
  readonly id: string;
  readonly title: string;
  /** The title is told to screen readers and in the column menu alone: the column is too narrow for it. */
  readonly titleHidden?: true;
  /** Pixels, until somebody drags it. */
  readonly width: number;
  /** Takes its share of what the others leave, in proportion to its width: twice for what a row is about. */
  readonly grows?: 'once' | 'twice';
  readonly align?: 'right';
  readonly sortable?: true;
  /** Not in the column menu, because a row means nothing without it. */
  readonly always?: true;
  /** Shown only to those who choose it in the column menu. */
  readonly hiddenAtFirst?: true;
  readonly cell: (row: Row) => ReactNode;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}
