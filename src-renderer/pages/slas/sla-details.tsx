import { useQuery } from '@tanstack/react-query';
import type { SlaRecord } from '../../../src-shared/api/slas.ts';
import { api } from '../../api/client.ts';
import { describeDuration } from '../../components/describe-duration.ts';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { UsedBy } from '../../components/setup/used-by.tsx';
import { SlaTable } from './sla-table.tsx';
import { usePromises } from './use-promises.ts';
import classes from './slas.module.css';

export function SlaDetails({ record: { id, name, calendar, targets } }: { readonly record: SlaRecord }) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const promises = usePromises(
    calendar.id,
    targets.map(({ priority, respondSeconds, fixSeconds }) => ({
      priorityId: priority.id,
      respondSeconds,
      fixSeconds,
    })),
  );
  const none = <span className={classes['dim']}>No promise</span>;
  const rows = (lookups?.priorities ?? []).map((priority) => {
    const target = targets.find((each) => each.priority.id === priority.id);
    return {
      ...{ id: priority.id, name: priority.name },
      respond: target === undefined ? none : describeDuration(target.respondSeconds),
      fix: target === undefined ? none : describeDuration(target.fixSeconds),
    };
  });
  return (
    <>
      <Properties list={[['Working calendar', <RecordLink key="calendar" kind="calendar" to={calendar} />]]} />
      <SlaTable rows={rows} promises={promises} />
      <UsedBy kind="sla" id={id} name={name} />
    </>
  );
}
