import { useState } from 'react';
import type { CollectionDifference, CollectionView } from '../../../src-shared/api/collections.ts';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { notSaved, useSaving } from '../../components/form/use-saving.ts';
import { toChanges } from './collection-values.ts';
import type { CollectionForm } from './use-collection-form.ts';

/** Waits for a person's word on what a save would do to connected clients. */
export interface Asking {
  readonly difference: CollectionDifference;
  answer(isMeant: boolean): void;
}

/** Settings that change what connected clients get without changing the list of tools. */
const felt: ReadonlySet<string> = new Set([
  'limits',
  'mode',
  'callsPerMinute',
  'agentsSeePrivateNotes',
  'noteVisibility',
]);

/** Saves the page. Where clients are connected that would notice, somebody is asked first. */
export function useCollectionSaving({ id, settings, version }: CollectionView, form: CollectionForm) {
  const [asking, setAsking] = useState<Asking>();
  const ask = (difference: CollectionDifference): Promise<boolean> =>
    new Promise((resolve) => {
      const answer = (isMeant: boolean): void => {
        setAsking(undefined);
        resolve(isMeant);
      };
      setAsking({ difference, answer });
    });
  const saving = useSaving(
    form.draft,
    async (changed, revision) => {
      const changes = toChanges(changed, settings);
      const difference = await client.collections.difference({ collection: id, changes });
      if (isNoticed(difference) && !(await ask(difference))) return notSaved;
      const after = await client.collections.save({ collection: id, version: revision, changes });
      // The draft goes next: what is saved must be here by then, or the page would jump back until the event comes.
      queryClient.setQueryData(api.collections.get.queryKey({ input: { collection: id } }), after);
      return after;
    },
    { revision: version, valid: form.valid },
  );
  // Nothing is under way while somebody thinks.
  return { saving: { ...saving, saving: saving.saving && asking === undefined }, asking };
}

function isNoticed({ connectedClients, affected, shutOut, settings }: CollectionDifference): boolean {
  return connectedClients > 0 && (affected + shutOut > 0 || settings.some((name) => felt.has(name)));
}
