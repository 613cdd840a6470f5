import type { CallSummary } from '../../../src-shared/api/activity.ts';
import { EffectMark } from './effect-mark.tsx';
import classes from './calls.module.css';

export function ToolName({ tool, effect }: Pick<CallSummary, 'tool' | 'effect'>) {
  return (
    <span className={classes['tool']}>
      <span className="mono one-line" title={tool}>
        {tool}
      </span>
      <EffectMark effect={effect} />
    </span>
  );
}
