import type { CallSummary } from '../../../src-shared/api/activity.ts';
import { StateBadge } from '../state-badge.tsx';

/** Whether a call went well; otherwise the code of what went wrong. */
export function CallOutcome({ error }: Pick<CallSummary, 'error'>) {
  if (error === undefined) return <StateBadge state="good">OK</StateBadge>;
  return (
    <StateBadge state="bad">
      <span className="one-line" title={error.message}>
        {error.code}
      </span>
    </StateBadge>
  );
}
