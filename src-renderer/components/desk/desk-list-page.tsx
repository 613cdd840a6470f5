import { Button, Modal } from '@mantine/core';
import { useCallback, type ComponentType, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { usePageKeys } from '../use-page-keys.ts';
import { Count } from '../count.tsx';
import { inSentence } from '../in-sentence.ts';
import { ListPage } from '../list-page.tsx';
import { PageHeader } from '../page-header.tsx';
import { readNumber } from '../read-number.ts';
import { recordPath } from '../record/record-path.ts';
import type { Column, Sort } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import type { Rows } from '../table/rows.ts';
import { useUrlState } from '../use-url-state.ts';
import type { SavedRecord } from './desk-form.ts';
import type { DeskKind } from './desk-kind.ts';
import { DeskRecordPanel } from './desk-record-panel.tsx';

export interface NewRecordProps {
  readonly onClose: () => void;
}

interface Props<Row, Data, Values> {
  readonly kind: DeskKind<Data, Values>;
  readonly title: string;
  /** One line of what this page is. */
  readonly about: ReactNode;
  /** Links to the other lists of the same page. */
  readonly views?: ReactNode;
  readonly filters: ReactNode;
  readonly columns: readonly Column<Row>[];
  readonly rows: Rows<Row>;
  readonly sort: Sort;
  /** In front of the button for a new one. */
  readonly actions?: ReactNode;
  /** The form of a new record; it leads away from the list once the record is made. */
  readonly NewRecord?: ComponentType<NewRecordProps>;
  /** What stands in the table without rows; it is given the button that makes the first one. */
  readonly empty: (newButton: ReactNode) => ReactNode;
}

const urlDefaults = { sort: '', order: 'down', open: undefined, new: undefined } as const;

/** The list of a kind of record, with the open one beside it. A click opens a record, a second one its whole page. */
export function DeskListPage<Row extends { readonly id: number }, Data extends SavedRecord, Values extends object>(
  props: Props<Row, Data, Values>,
) {
  const { kind, title, about, views, filters, columns, rows, sort, actions, NewRecord, empty } = props;
  const [url, setUrl] = useUrlState(urlDefaults);
  const navigate = useNavigate();
  const open = readNumber(url.open);
  const close = useCallback(() => setUrl({ open: undefined }, { replace: true }), [setUrl]);
  const closeNew = useCallback(() => setUrl({ new: undefined }, { replace: true }), [setUrl]);
  const startNew = (): void => setUrl({ new: kind.kind });
  usePageKeys(NewRecord === undefined ? [] : [['n', startNew]]);
  const newTitle = `New ${inSentence(kind.one)}`;
  const newButton = NewRecord && (
    <Button onClick={startNew} title="N">
      {newTitle}
    </Button>
  );

  return (
    <ListPage
      header={
        <>
          <PageHeader
            title={title}
            about={about}
            actions={
              <>
                <Count of={rows.total} one={inSentence(kind.one)} many={inSentence(kind.many)} />
                {actions}
                {newButton}
              </>
            }
          />
          {views}
        </>
      }
      filters={filters}
      table={
        <DataTable
          name={kind.path.slice(1)}
          label={kind.list}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          openKey={open}
          onOpen={({ id }) => {
            if (id === open) void navigate(recordPath(kind.kind, id));
            else setUrl({ open: String(id) }, { replace: open !== undefined });
          }}
          sort={sort}
          onSort={({ column, descending }) => setUrl({ sort: column, order: descending ? 'down' : 'up' })}
          empty={empty(newButton)}
        />
      }
      panel={
        <>
          {open !== undefined && <DeskRecordPanel key={open} kind={kind} id={open} onClose={close} />}
          {NewRecord && (
            <Modal opened={url.new === kind.kind} onClose={closeNew} title={newTitle} size="lg">
              <NewRecord onClose={closeNew} />
            </Modal>
          )}
        </>
      }
    />
  );
}
