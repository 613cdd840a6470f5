import type { TicketTypeRecord } from '../../../src-shared/api/ticket-types.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { RecordLinks } from '../../components/record/record-links.tsx';
import { UsedBy } from '../../components/setup/used-by.tsx';
import { describeLoggers, ticketTypeKindLabels } from './ticket-type-labels.ts';
import classes from './ticket-types.module.css';

export function TicketTypeDetails({ record: type }: { readonly record: TicketTypeRecord }) {
  const { id, name, workflow, defaultTeam, reopenStatus, fields } = type;
  return (
    <>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={type.inactive} />],
          ['Kind', ticketTypeKindLabels[type.kind]],
          ['Logged by', type.isDefault ? `${describeLoggers(type)}, by default` : describeLoggers(type)],
          ['SLA', <RecordLink key="sla" kind="sla" to={type.sla} />],
          ['Default priority', <RecordLink key="priority" kind="priority" to={type.defaultPriority} />],
          ['Default team', defaultTeam && <RecordLink key="team" kind="team" to={defaultTeam} />],
          ['Workflow', workflow && <RecordLink key="workflow" kind="workflow" to={workflow} />],
          ['New tickets are', <RecordLink key="new" kind="status" to={type.initialStatus} />],
          ['Closed tickets are', <RecordLink key="closed" kind="status" to={type.closedStatus} />],
          [
            'Reopened by users',
            reopenStatus === undefined ? 'Never' : <RecordLink key="reopened" kind="status" to={reopenStatus} />,
          ],
          ['Allowed actions', <AllowedActions key="actions" type={type} />, 'wide'],
        ]}
      />
      <section className={classes['section']} aria-label="Fields">
        <h2>Fields</h2>
        {fields.length === 0 ? (
          <p className={classes['dim']}>None beside those of every ticket.</p>
        ) : (
          <ol className={classes['list']}>
            {fields.map((field) => (
              <li key={field.id}>
                <RecordLink kind="field" to={field} />{' '}
                {field.required && <span className={classes['dim']}>required</span>}
              </li>
            ))}
          </ol>
        )}
      </section>
      <UsedBy
        kind="ticket_type"
        id={id}
        name={name}
        tickets={`/tickets?show=all&type=${id}`}
        instead="To stop using it, make it inactive: nothing new is logged of it then."
      />
    </>
  );
}

function AllowedActions({ type: { allowsAllOutcomes, outcomes } }: { readonly type: TicketTypeRecord }) {
  if (allowsAllOutcomes) return 'All';
  if (outcomes.length === 0) return 'None';
  return (
    <div className={classes['links']}>
      <RecordLinks kind="outcome" list={outcomes} />
    </div>
  );
}
