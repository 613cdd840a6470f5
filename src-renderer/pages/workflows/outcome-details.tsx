import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { OutcomeRecord } from '../../../src-shared/api/outcomes.ts';
import { api, client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { recordPath } from '../../components/record/record-path.ts';
import { describeAudience } from './describe-audience.ts';
import classes from './workflows.module.css';

export function OutcomeDetails({ record: outcome }: { readonly record: OutcomeRecord }) {
  const { label, quick, inactive, note, status, priority, team, fields, minutes, typeIds } = outcome;
  const { data: choices } = useQuery(api.outcomes.choices.queryOptions());
  const allowing = choices?.types.filter(({ id, allowsAll }) => allowsAll || typeIds.includes(id)) ?? [];
  const isEverywhere = allowing.length === choices?.types.length;
  const allowed = isEverywhere ? 'All ticket types' : allowing.map(({ name }) => name).join(', ');
  return (
    <div className={classes['details']}>
      <Properties
        list={[
          ['State', <ActiveBadge key="state" inactive={inactive} />],
          ['Button', label],
          ['For', describeAudience(outcome)],
          ['Runs', quick ? 'At once, as a quick action' : 'After asking'],
          ['Writes', outcome.private ? 'Privately, for agents alone' : 'Publicly'],
          ['Note', note, 'wide'],
          ['Asks for', describeQuestions(outcome), 'wide'],
          ['Status', status?.name],
          ['Priority', priority?.name],
          ['Team', team?.name],
          ['Agent', outcome.assigns === 'self' ? 'Whoever uses it' : outcome.agent?.name],
          ['Time', minutes === 0 ? '' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`],
          ['Allowed for', allowed, 'wide'],
          ['Fields', fields.map((field) => `${field.label}${field.required ? ' (required)' : ''}`).join(', '), 'wide'],
        ]}
      />
      <OfferedOn outcome={outcome} />
      <DeleteOutcome outcome={outcome} />
    </div>
  );
}

function describeQuestions({ quick, noteRequired, fields }: OutcomeRecord): string {
  if (quick) return 'Nothing';
  const parts = [
    noteRequired ? 'a note' : 'a note, which may stay empty',
    ...(fields.length > 0 ? ['its fields'] : []),
  ];
  const text = parts.join(' and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function OfferedOn({ outcome: { always, offeredOn } }: { readonly outcome: OutcomeRecord }) {
  return (
    <>
      <h2>Where it is offered</h2>
      {always && <p>On every step, and on tickets without a workflow.</p>}
      {offeredOn.length === 0 && !always && (
        <p className={classes['dim']}>Nowhere yet. Open a workflow and add it to a step.</p>
      )}
      <ul className={classes['places']}>
        {offeredOn.map(({ workflow, step, to }) => (
          <li key={step.id}>
            <Link to={`${recordPath('workflow', workflow.id)}?step=${step.id}`}>
              {workflow.name}: {step.name}
            </Link>{' '}
            <span className={classes['dim']}>
              {to === undefined || to.id === step.id ? 'stays there' : `leads to ${to.name}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function DeleteOutcome({ outcome: { id, name, used, offeredOn } }: { readonly outcome: OutcomeRecord }) {
  const guard = useGuardedChange();
  const navigate = useNavigate();
  if (used)
    return <p className={classes['dim']}>Histories of tickets name it, so it can be made inactive, not deleted.</p>;
  if (offeredOn.length > 0) return <p className={classes['dim']}>It can be deleted once no step offers it.</p>;
  return (
    <>
      <Button
        variant="default"
        onClick={() =>
          guard.begin({
            verb: 'Delete the action',
            warn: async () => `Delete “${name}”? Nothing uses it.`,
            make: async () => {
              await client.outcomes.remove({ id });
              void navigate('/actions', { replace: true });
              return 'Deleted.';
            },
          })
        }
      >
        Delete
      </Button>
      <ChangeNotice guard={guard} />
    </>
  );
}
