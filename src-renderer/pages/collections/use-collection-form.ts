import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { CollectionDifference, CollectionView } from '../../../src-shared/api/collections.ts';
import { api } from '../../api/client.ts';
import { behaviourLabels } from '../../components/endpoint/behaviour-labels.ts';
import { checkLine } from '../../components/form/checks.ts';
import { useRecordForm, type FormWords, type RecordForm } from '../../components/form/use-record-form.ts';
import { type CollectionValues, toChanges, toValues } from './collection-values.ts';

export const longestDescription = 4000;

const words: FormWords<CollectionValues> = {
  labels: {
    ...behaviourLabels,
    name: 'Name',
    enabled: 'Enabled',
    includeAllSystemTools: 'Include all',
    tools: 'Tools',
    customEnabled: 'Custom tools',
    descriptions: 'Descriptions',
    limits: 'Data limits',
    callsPerMinute: 'Rate limit',
  },
  checks: {
    name: checkLine(100, 'A name is needed.'),
    callsPerMinute: (calls) =>
      calls === null || (Number.isInteger(calls) && calls >= 1 && calls <= 6000) ? undefined : 'Between 1 and 6,000.',
    descriptions: (all) =>
      Object.values(all).some((text) => text.length > longestDescription) ? 'One is too long.' : undefined,
  },
};

export interface CollectionForm extends RecordForm<CollectionValues> {
  readonly saved: CollectionValues;
  /** What clients would see change, as the core reckons it; absent while nothing is changed. */
  readonly difference: CollectionDifference | undefined;
  /** Why the changes would be refused. */
  readonly refusal: unknown;
}

/** The one draft of a collection's page, with what it would do. */
export function useCollectionForm({ id, settings, version }: CollectionView): CollectionForm {
  const saved = useMemo(() => toValues(settings), [settings]);
  const form = useRecordForm(words, `collection/${id}`, saved, version);
  const { draft, valid } = form;
  const changes = useMemo(() => toChanges(draft.changes, settings), [draft.changes, settings]);
  const [asked] = useDebouncedValue(changes, 150);
  const isAsked = draft.changed.length > 0 && valid;
  const { data, error } = useQuery({
    ...api.collections.difference.queryOptions({ input: { collection: id, changes: asked } }),
    enabled: isAsked && Object.keys(asked).length > 0,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return { ...form, saved, difference: isAsked ? data : undefined, refusal: isAsked ? error : null };
}
