import { useQuery } from '@tanstack/react-query';
import type { NamedRecord } from '../../../src-shared/api/statuses.ts';
import { api } from '../../api/client.ts';
import { Properties } from '../../components/record/properties.tsx';
import { UsedBy } from '../../components/setup/used-by.tsx';

export function PriorityDetails({ record: { id, name } }: { readonly record: NamedRecord }) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const place = lookups?.priorities.findIndex((one) => one.id === id) ?? -1;
  return (
    <>
      <Properties
        list={[
          ['Urgency', place < 0 ? undefined : `${place + 1} of ${lookups?.priorities.length}, 1 being the most urgent`],
        ]}
      />
      <UsedBy kind="priority" id={id} name={name} tickets={`/tickets?show=all&priority=${id}`} />
    </>
  );
}
