import type { StatusRecord } from '../../../src-shared/api/statuses.ts';
import { Properties } from '../../components/record/properties.tsx';
import { UsedBy } from '../../components/setup/used-by.tsx';
import { describeClock } from './describe-clock.ts';
import { statusKindLabels } from './status-labels.ts';

export function StatusDetails({ record: { id, name, kind, holdsSla } }: { readonly record: StatusRecord }) {
  return (
    <>
      <Properties
        list={[
          ['Tickets are', statusKindLabels[kind]],
          ['SLA clock', describeClock({ kind, holdsSla })],
        ]}
      />
      <UsedBy
        kind="status"
        id={id}
        name={name}
        tickets={`/tickets?show=all&status=${id}`}
        instead="A status that tickets have or had is not deleted. It can be renamed."
      />
    </>
  );
}
