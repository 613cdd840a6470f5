import { useMemo, type ReactNode } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { createGroupColumns } from './group-columns.tsx';
import { remove, undo, type GroupEdits } from './group-edits.ts';
import type { GroupRow } from './group-rows.ts';

interface Props {
  /** Which groups these are: others begin at the top. */
  readonly list: string;
  readonly shown: readonly GroupRow[] | undefined;
  readonly error: unknown;
  readonly openId: string | undefined;
  readonly edits: GroupEdits;
  readonly onEdit: (edits: GroupEdits) => void;
  readonly onOpen: (row: GroupRow) => void;
  /** A row went, with the button that had the focus. */
  readonly onGone: () => void;
  /** In place of rows while there are no groups at all. */
  readonly empty: ReactNode;
}

export function GroupTable({ list, shown, error, openId, edits, onEdit, onOpen, onGone, empty }: Props) {
  const columns = useMemo(
    () =>
      createGroupColumns({
        remove: (row) => {
          onEdit(remove(edits, row));
          if (row.was === undefined) onGone();
        },
        undo: ({ id, state }) => {
          onEdit(undo(edits, id));
          if (state === 'overtaken') onGone();
        },
      }),
    [edits, onEdit, onGone],
  );
  return (
    <DataTable
      name="synonyms"
      label="Groups of synonyms"
      columns={columns}
      rows={{ ...rowsOf(shown, error), list }}
      keyOf={({ id }) => id}
      openKey={openId}
      onOpen={onOpen}
      empty={empty ?? <EmptyState title="No group fits">Filter by another word, or show all groups.</EmptyState>}
    />
  );
}
