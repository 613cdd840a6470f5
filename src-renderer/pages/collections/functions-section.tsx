import { Switch } from '@mantine/core';
import { useMemo, useRef, type ReactNode } from 'react';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { formatNumber } from '../../components/format-number.ts';
import { DataTable, rowHeight } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import type { ChangeCollectionUrl, CollectionUrl } from './collection-url-state.ts';
import { filterFunctions } from './filter-functions.ts';
import { createFunctionColumns } from './function-columns.tsx';
import { turn, turnAll, undo, undoAll } from './function-edits.ts';
import type { FunctionRow } from './function-rows.ts';
import { FunctionWarnings } from './function-warnings.tsx';
import { FunctionsBar } from './functions-bar.tsx';
import type { CollectionForm } from './use-collection-form.ts';
import classes from './collections.module.css';

interface Props {
  readonly collection: CollectionView;
  readonly form: CollectionForm;
  readonly rows: readonly FunctionRow[] | undefined;
  readonly error: unknown;
  readonly url: CollectionUrl;
  readonly onChange: ChangeCollectionUrl;
  /** Adds a custom tool. */
  readonly addTool: ReactNode;
}

const mostRowsAtOnce = 20;

export function FunctionsSection({ collection, form, rows, error, url, onChange, addTool }: Props) {
  const { values, saved, draft, difference } = form;
  const { set } = draft;
  const table = useRef<HTMLDivElement>(null);
  const { search, state, kind, source, tool: open } = url;
  const shown = useMemo(
    () => rows && filterFunctions(rows, { search, state, kind, source }),
    [rows, search, state, kind, source],
  );
  const edited = useMemo(() => ({ rows: rows ?? [], values, saved }), [rows, values, saved]);
  const columns = useMemo(
    () =>
      createFunctionColumns({
        turn: ({ tool }, on) => set(turn(edited, [tool.name], on)),
        undo: (row) => set(undo(edited, row)),
      }),
    [edited, set],
  );
  const rowKeys = {
    ' ': ({ tool, on }: FunctionRow) => set(turn(edited, [tool.name], !on)),
    u: (row: FunctionRow) => set(undo(edited, row)),
  };
  const listing = difference?.after ?? collection.listing;
  return (
    <FormSection
      id="functions"
      title="Functions"
      about="The tools that clients are offered here. In the table the arrow keys move, Space turns on or off, Enter opens and U undoes."
      actions={addTool}
    >
      <Switch
        label="Include all system functions"
        description="Offers every system tool of Halo’s list for this type. Off: only those turned on here. Custom tools are chosen in the table either way."
        checked={values.includeAllSystemTools}
        onChange={(event) => set(turnAll(edited, event.currentTarget.checked))}
      />
      <p role="status" className={classes['cost']}>
        Listing {listing.tools === 1 ? '1 tool' : `${formatNumber(listing.tools)} tools`} costs about{' '}
        {formatNumber(listing.estimatedTokens)} tokens
        {difference === undefined
          ? '.'
          : `; as it is saved, ${formatNumber(collection.listing.tools)} and ${formatNumber(collection.listing.estimatedTokens)}.`}
      </p>
      {rows !== undefined && <FunctionWarnings rows={rows} onTurnOn={(name) => set(turn(edited, [name], true))} />}
      <FunctionsBar
        {...{ url, onChange, rows: rows ?? [], shown: shown ?? [] }}
        onTurn={(names, on) => set(turn(edited, names, on))}
        onUndoAll={() => {
          set(undoAll(edited));
          // The button goes.
          table.current?.querySelector<HTMLElement>('[data-list]')?.focus({ preventScroll: true });
        }}
      />
      <div
        ref={table}
        className={classes['table']}
        style={{ height: rowHeight * (Math.min(mostRowsAtOnce, Math.max(4, shown?.length ?? 20)) + 1) + 18 }}
      >
        <DataTable
          name="functions"
          label="Functions"
          columns={columns}
          rows={{ ...rowsOf(shown, error ?? undefined), list: [search, state, kind, source].join(' ') }}
          keyOf={({ tool }) => tool.name}
          openKey={open}
          onOpen={({ tool }) => onChange({ tool: tool.name, version: undefined }, { replace: open !== undefined })}
          rowKeys={rowKeys}
          empty={<EmptyState title="No function fits">Search for another name, or show all of them.</EmptyState>}
        />
      </div>
    </FormSection>
  );
}
