import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { describeDuration } from '../../components/describe-duration.ts';
import { FieldSpan } from '../../components/form/field-grid.tsx';
import { parseDuration } from './parse-duration.ts';
import { SlaTable } from './sla-table.tsx';
import { findTargetProblem, nothingTyped, putTarget, readTargets, type TypedTargets } from './sla-targets.ts';
import { usePromises } from './use-promises.ts';
import classes from './slas.module.css';

interface Props {
  readonly calendarId: number | undefined;
  readonly targets: TypedTargets;
  readonly onChange: (targets: TypedTargets) => void;
}

/** The targets of an SLA, one line a priority, with what each would mean. */
export function SlaTargetsField({ calendarId, targets, onChange }: Props) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const promises = usePromises(calendarId, readTargets(targets));
  const rows = (lookups?.priorities ?? []).map(({ id, name }) => {
    const typed = targets[String(id)] ?? nothingTyped;
    const problem = findTargetProblem(typed);
    const cell = (part: 'respond' | 'fix', label: string) => (
      <TargetInput
        label={`${name}: ${label}`}
        value={typed[part]}
        problem={problem?.[part]}
        onChange={(text) => onChange(putTarget(targets, id, { ...typed, [part]: text }))}
      />
    );
    return { id, name, respond: cell('respond', 'response within'), fix: cell('fix', 'fixed within') };
  });
  return (
    <FieldSpan>
      <SlaTable rows={rows} promises={promises} />
      <p className={classes['dim']}>
        Hours and minutes of working time, such as 4 h or 1 h 30 min. Nothing is promised for a priority that is left
        empty. Open tickets keep their due dates until they get another priority or type.
      </p>
    </FieldSpan>
  );
}

interface InputProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

function TargetInput({ label, value, problem, onChange }: InputProps) {
  const [left, setLeft] = useState(false);
  return (
    <TextInput
      aria-label={label}
      placeholder="No promise"
      value={value}
      error={left ? problem : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        setLeft(true);
        const seconds = parseDuration(value);
        if (seconds !== undefined) onChange(describeDuration(seconds));
      }}
    />
  );
}
