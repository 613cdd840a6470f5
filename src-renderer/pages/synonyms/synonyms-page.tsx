import { useMemo, useState } from 'react';
import { useDrafts } from '../../components/form/drafts.ts';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { add, finishNew, newId } from './group-edits.ts';
import { toLine } from './group-line.ts';
import { GroupPanel } from './group-panel.tsx';
import { describeEdits } from './group-rows.ts';
import { GroupTable } from './group-table.tsx';
import { pastedDraft } from './paste-dialog.tsx';
import { SynonymsDialogs } from './synonyms-dialogs.tsx';
import { SynonymsEmpty } from './synonyms-empty.tsx';
import { SynonymsFilters } from './synonyms-filters.tsx';
import { SynonymsHeader } from './synonyms-header.tsx';
import { synonymsUrlDefaults, tryId } from './synonyms-url-state.ts';
import { TryPanel } from './try-panel.tsx';
import { useSynonyms } from './use-synonyms.ts';

export function SynonymsPage() {
  const [url, setUrl] = useUrlState(synonymsUrlDefaults);
  const { open, search } = url;
  const [focus, setFocus] = useState(open === newId ? 1 : 0);
  const { rows, error, edits, change, draft, saving, hindrance, overtaken } = useSynonyms((saved) => {
    const row = saved.find(({ id }) => id === open);
    // What was typed has become what is saved, and is found by that from now on.
    if (row !== undefined && open !== newId) setUrl({ open: toLine(row.words) }, { replace: true });
  });
  const hasEdits = draft.changed.length > 0;
  const show = hasEdits ? url.show : 'all';
  const shown = useMemo(() => {
    const words = search.trim().toLowerCase();
    return rows?.filter(
      (row) =>
        // While it is typed, it is in the panel alone.
        !(row.id === newId && open === newId) &&
        (show === 'all' || row.state !== undefined) &&
        (words === '' || row.words.some((word) => word.toLowerCase().includes(words))),
    );
  }, [rows, search, show, open]);

  const finishTyped = (): void => {
    if (rows?.some(({ id, problem }) => id === newId && problem === undefined) === true) change(finishNew(edits));
  };
  const startNew = (): void => {
    finishTyped();
    setFocus(focus + 1);
    setUrl({ open: newId }, { replace: open !== undefined });
  };
  const close = (): void => {
    finishTyped();
    focusList();
    setUrl({ open: undefined, query: '' }, { replace: true });
  };
  const paste = (): void => setUrl({ dialog: 'paste' });
  usePageKeys([['n', startNew]]);

  return (
    <ListPage
      header={
        <SynonymsHeader
          count={shown?.length}
          onNew={startNew}
          onTry={() => setUrl({ open: tryId }, { replace: open !== undefined })}
          onPaste={paste}
          onCopy={() => setUrl({ dialog: 'copy' })}
        />
      }
      filters={<SynonymsFilters search={search} show={show} rows={rows} hasEdits={hasEdits} onChange={setUrl} />}
      table={
        <GroupTable
          list={`${show} ${search}`}
          shown={shown}
          error={error}
          openId={open}
          edits={edits}
          onEdit={change}
          onGone={focusList}
          onOpen={({ id }) => {
            finishTyped();
            setFocus(id === open ? focus + 1 : 0);
            if (id !== open) setUrl({ open: id }, { replace: open !== undefined });
          }}
          empty={
            rows?.length === 0 ? (
              <SynonymsEmpty
                onAdd={(group) => {
                  change(add(edits, [group]));
                  focusList();
                }}
                onNew={startNew}
                onPaste={paste}
              />
            ) : undefined
          }
        />
      }
      panel={
        <>
          {open === tryId && (
            <TryPanel
              query={url.query}
              onQuery={(query) => setUrl({ query }, { replace: true })}
              hasEdits={hasEdits}
              onClose={close}
            />
          )}
          {open !== undefined && open !== tryId && rows !== undefined && (
            <GroupPanel
              key={open}
              id={open}
              rows={rows}
              edits={edits}
              focus={focus}
              onEdit={change}
              onClose={close}
              onTry={(query) => setUrl({ open: tryId, query })}
              onPasteLines={(text) => {
                useDrafts.getState().put(pastedDraft, { revision: 0, changes: { text } });
                paste();
              }}
            />
          )}
          {rows !== undefined && (
            <SynonymsDialogs
              dialog={url.dialog}
              rows={rows}
              edits={edits}
              onEdit={change}
              onClose={() => setUrl({ dialog: undefined }, { replace: true })}
            />
          )}
        </>
      }
      foot={
        <SaveBar
          draft={draft}
          saving={saving}
          labels={{ edits: rows === undefined ? 'groups' : describeEdits(rows) }}
          valid={hindrance === undefined}
          note={
            hindrance ??
            (overtaken ? 'Somebody else saved meanwhile. The list is theirs, with your changes over it.' : undefined)
          }
        />
      }
    />
  );
}

/** Where the keyboard goes on when what had the focus is gone. */
function focusList(): void {
  document.querySelector<HTMLElement>('[data-list]')?.focus({ preventScroll: true });
}
