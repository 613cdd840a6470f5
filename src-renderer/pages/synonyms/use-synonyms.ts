import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import { useSaving } from '../../components/form/use-saving.ts';
import type { GroupEdits } from './group-edits.ts';
import { describeHindrance, groupsOf, listRows, type GroupRow } from './group-rows.ts';

const noEdits: { readonly edits: GroupEdits } = { edits: [] };
const query = api.synonyms.get.queryOptions();

/** The saved groups, with the draft of what was done to them. `onSaved` is told the rows as they were sent. */
export function useSynonyms(onSaved: (rows: readonly GroupRow[]) => void) {
  const { data: list, error, refetch } = useQuery(query);
  const draft = useDraft('synonyms', noEdits, list?.version);
  const { edits } = draft.values;
  const rows = useMemo(() => (list === undefined ? undefined : listRows(list.groups, edits)), [list, edits]);
  const hindrance = useMemo(() => (rows === undefined ? undefined : describeHindrance(rows)), [rows]);
  const saving = useSaving(draft, save, {
    revision: list?.version ?? 0,
    valid: rows !== undefined && hindrance === undefined,
  });

  async function save(): Promise<void> {
    if (list === undefined || rows === undefined) return;
    const groups = groupsOf(rows).map((group) => [...group]);
    try {
      const after = await client.synonyms.replace({ groups, version: list.version });
      // The draft goes next: the saved groups must be here by then, or the list would jump back until the event comes.
      queryClient.setQueryData(query.queryKey, after);
      onSaved(rows);
    } catch (failure) {
      if (failure instanceof AppError && failure.code === 'conflict') void refetch();
      throw failure;
    }
  }

  return {
    rows,
    error: error ?? undefined,
    edits,
    change: (next: GroupEdits) => draft.set({ edits: next }),
    draft,
    // There is nothing to overwrite: once theirs is read, the edits stand over it.
    saving: { ...saving, conflict: false },
    hindrance,
    /** Somebody else saved since the first edit. */
    overtaken: list !== undefined && draft.changed.length > 0 && draft.revision !== list.version,
  };
}
