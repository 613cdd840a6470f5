import type { CallSummary } from '../../../src-shared/api/activity.ts';
import classes from './calls.module.css';

const kinds = [
  ['inserted', '+', 'added'],
  ['updated', '~', 'changed'],
  ['deleted', '−', 'removed'],
] as const;

/** How many rows a call changed, such as `+2 ~1`. */
export function ChangedRows({ changed }: Pick<CallSummary, 'changed'>) {
  const some = kinds.filter(([kind]) => (changed?.[kind] ?? 0) > 0);
  if (changed === undefined || some.length === 0) return null;
  const words = `Rows: ${some.map(([kind, , verb]) => `${changed[kind]} ${verb}`).join(', ')}`;
  return (
    <span className={classes['changed']} title={words}>
      <span className="visually-hidden">{words}</span>
      {some.map(([kind, sign]) => (
        <span key={kind} aria-hidden>{`${sign}${changed[kind]}`}</span>
      ))}
    </span>
  );
}
