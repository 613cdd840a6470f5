import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useRef, type KeyboardEvent } from 'react';
import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { ChangedRows } from '../../../components/calls/changed-rows.tsx';
import { describeMilliseconds } from '../../../components/calls/describe-milliseconds.ts';
import { ToolName } from '../../../components/calls/tool-name.tsx';
import { takesText } from '../takes-text.ts';
import { useUnfolded } from '../use-unfolded.ts';
import { Approval, type ApprovalHandle } from './approval.tsx';
import { CallDetail } from './call-detail.tsx';
import { CallState } from './call-state.tsx';
import classes from './call.module.css';

interface Props {
  readonly call: CallItem;
  /** That of its turn. */
  readonly setup: ConversationSetup;
}

const mostInLine = 400;

/** A call in one line, which unfolds in place. While it waits, `a` approves and `d` denies it. */
export const CallCard = memo(function CallCard({ call, setup }: Props) {
  const waits = call.state === 'waiting';
  const [unfolded, setUnfolded] = useUnfolded(`call ${call.id}`, waits);
  const approval = useRef<ApprovalHandle>(null);
  const id = `call-${call.id}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!waits || takesText(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'a' && key !== 'd') return;
    event.preventDefault();
    approval.current?.decide(key === 'a' ? 'approve' : 'deny');
  };
  return (
    <div
      role="group"
      className={classes['card']}
      data-state={call.state}
      data-waits={waits || undefined}
      aria-label={`Call of ${call.tool}`}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className={classes['line']}
        aria-expanded={unfolded}
        aria-controls={unfolded && !waits ? id : undefined}
        onClick={() => setUnfolded(!unfolded)}
      >
        {unfolded ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        <ToolName tool={call.tool} effect={call.effect} />
        <span className={`mono one-line ${classes['arguments']}`} title={call.arguments.text.slice(0, mostInLine)}>
          {describeArguments(call)}
        </span>
        <ChangedRows changed={call.changed} />
        {call.milliseconds !== undefined && (
          <span className={classes['duration']}>{describeMilliseconds(call.milliseconds)}</span>
        )}
        <CallState call={call} />
      </button>
      {waits && <Approval call={call} setup={setup} unfolded={unfolded} handle={approval} />}
      {unfolded && !waits && (
        <div id={id} className={classes['detail']}>
          <CallDetail call={call} />
        </div>
      )}
    </div>
  );
});

function describeArguments({ arguments: { text }, state }: CallItem): string {
  const line = text.slice(0, mostInLine).replaceAll(/\s+/g, ' ');
  return line === '{}' && state !== 'arguments' ? 'no arguments' : line;
}
