import type { ReactNode } from 'react';
import type { FieldSetter } from '../../../src-shared/api/traces.ts';
import { describeMoment } from '../describe-moment.ts';
import { AiMark } from './ai-mark.tsx';
import classes from './record.module.css';

export type Property = readonly [label: string, value: ReactNode, width?: 'wide'];

interface Props {
  readonly list: readonly Property[];
  /** By label: who or what set it last. */
  readonly setters?: Readonly<Record<string, FieldSetter | undefined>>;
}

/** A record's facts. Those without a value show a dash, so that a reader knows that nothing is there. */
export function Properties({ list, setters = {} }: Props) {
  return (
    <dl className={classes['properties']}>
      {list.map(([label, value, width]) => (
        <div key={label} data-width={width}>
          <dt title={describeSetter(setters[label])}>{label}</dt>
          <dd>
            {value === undefined || value === '' || value === null ? <span aria-label="None">–</span> : value}
            <SetByAi label={label} setter={setters[label]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a record was created with has the mark of the record. */
function SetByAi({ label, setter }: { readonly label: string; readonly setter: FieldSetter | undefined }) {
  if (setter?.callId === undefined || setter.created) return null;
  return (
    <>
      {' '}
      <AiMark callId={setter.callId} through={setter.endpointName} did={`${label} set by AI`} />
    </>
  );
}

function describeSetter(setter: FieldSetter | undefined): string | undefined {
  if (setter === undefined) return undefined;
  const { actor, label, at, created } = setter;
  return `${created ? 'As created' : 'Set'} by ${actor}: ${label}, ${describeMoment(at)}`;
}
