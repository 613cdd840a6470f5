import { User, Zap } from 'lucide-react';
import classes from './workflows.module.css';

interface Props {
  readonly outcome: {
    readonly quick: boolean;
    readonly forUsers: boolean;
    readonly inactive: boolean;
    readonly statusName?: string | undefined;
  };
}

/** What tells actions apart at a glance. */
export function OutcomeMarks({ outcome: { quick, forUsers, inactive, statusName } }: Props) {
  return (
    <span className={classes['outcome-marks']}>
      {quick && (
        <span title="Quick: runs at once">
          <Zap size={12} aria-label="quick" role="img" />
        </span>
      )}
      {forUsers && (
        <span title="For users">
          <User size={12} aria-label="for users" role="img" />
        </span>
      )}
      {inactive && <span>inactive</span>}
      {statusName !== undefined && <span className="one-line">{statusName}</span>}
    </span>
  );
}
