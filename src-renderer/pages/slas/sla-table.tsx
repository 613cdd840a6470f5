import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeError } from '../../components/describe-error.ts';
import type { Promises } from './use-promises.ts';
import classes from './slas.module.css';

interface SlaTableRow {
  readonly id: number;
  readonly name: string;
  readonly respond: ReactNode;
  readonly fix: ReactNode;
}

interface Props {
  readonly rows: readonly SlaTableRow[];
  readonly promises: Promises;
}

/** What an SLA promises for each priority, and when a ticket that is opened at a time of one's choice would be due. */
export function SlaTable({ rows, promises }: Props) {
  const { day, time, zone, due, error, setOpening } = promises;
  return (
    <div className={classes['targets']}>
      <table>
        <caption className={classes['opening']}>
          <span>Due dates below are for a ticket opened on</span>
          <TextInput
            type="date"
            aria-label="Opened on"
            value={day}
            onChange={(event) => setOpening({ day: event.currentTarget.value, time })}
          />
          <span>at</span>
          <TextInput
            type="time"
            aria-label="Opened at"
            value={time}
            onChange={(event) => setOpening({ day, time: event.currentTarget.value })}
          />
          {zone !== undefined && <span className={classes['dim']}>{zone}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">Priority</th>
            <th scope="col">Response within</th>
            <th scope="col">Fixed within</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, respond, fix }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                {respond}
                <Due at={due.get(id)?.respond} />
              </td>
              <td>
                {fix}
                <Due at={due.get(id)?.fix} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error !== null && (
        <p role="alert" className={classes['bad']}>
          {describeError(error).sentence}
        </p>
      )}
    </div>
  );
}

function Due({ at }: { readonly at: string | undefined }) {
  return <div className={classes['due']}>{at !== undefined && `by ${at}`}</div>;
}
