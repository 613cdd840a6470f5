import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api, client } from '../../api/client.ts';
import type { NewRecordProps } from '../../components/desk/desk-list-page.tsx';
import { NewRecordForm } from '../../components/desk/record-forms.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { ticketTypeForm } from './ticket-type-form.tsx';
import { ticketTypeValuesOf } from './ticket-type-values.ts';

/** A new type works like the default one, until somebody says otherwise. */
export function NewTicketType({ onClose }: NewRecordProps) {
  const { data: lookups, error } = useQuery(api.lookups.get.queryOptions());
  const like = lookups?.types.find(({ isDefault }) => isDefault) ?? lookups?.types[0];
  const { data: type, error: typeError } = useQuery(
    api.ticketTypes.get.queryOptions({ input: { id: like?.id ?? 0 }, enabled: like !== undefined }),
  );
  const empty = useMemo(
    () =>
      type && {
        ...ticketTypeValuesOf(type),
        ...{ name: '', isDefault: false, inactive: false, fields: [], allowsAllOutcomes: true, outcomeIds: [] },
      },
    [type],
  );
  const isReady = empty !== undefined;
  useEffect(() => {
    // The dialog had nothing to focus when it opened.
    if (isReady) document.querySelector<HTMLElement>('[role="dialog"] [data-autofocus]')?.focus();
  }, [isReady]);
  const trouble = error ?? typeError;
  if (trouble !== null) return <ErrorState error={trouble} what="What a new type starts with could not be read" />;
  if (empty === undefined) return null;
  return (
    <NewRecordForm
      form={ticketTypeForm}
      empty={empty}
      create={(values) => client.ticketTypes.create(values)}
      onClose={onClose}
    />
  );
}
