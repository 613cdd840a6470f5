import type { CallSummary } from '../../../src-shared/api/activity.ts';
import classes from './calls.module.css';

/** What a tool can do to the desk: reading is quiet, writing is marked, destroying is marked strongly. */
export function EffectMark({ effect }: { readonly effect: CallSummary['effect'] }) {
  if (effect === undefined || effect === 'read') return null;
  return (
    <span className={classes['mark']} data-effect={effect} title={titles[effect]}>
      {effect === 'write' ? 'Writes' : 'Destroys'}
    </span>
  );
}

const titles = {
  write: 'This tool changes the desk',
  destructive: 'This tool changes or removes what cannot simply be added again',
} as const;
