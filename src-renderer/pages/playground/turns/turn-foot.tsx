import { memo } from 'react';
import { GitBranch, RotateCcw, ScrollText } from 'lucide-react';
import type { ConversationTurn } from '../../../../src-shared/api/conversations.ts';
import { describeMilliseconds } from '../../../components/calls/describe-milliseconds.ts';
import { formatNumber } from '../../../components/format-number.ts';
import { AttemptSwitch } from './attempt-switch.tsx';
import { TurnAction } from './turn-action.tsx';
import type { TurnActions } from './use-turn-actions.ts';
import classes from './turns.module.css';

interface Props {
  readonly turn: ConversationTurn;
  /** The latest attempt, whichever is shown. */
  readonly latest: ConversationTurn;
  readonly isLast: boolean;
  readonly actions: TurnActions;
  readonly onAttempt: (turn: ConversationTurn | undefined) => void;
}

/** What the turn took, and what can be done with it. */
export const TurnFoot = memo(function TurnFoot({ turn, latest, isLast, actions, onAttempt }: Props) {
  const isOver = turn.state !== 'running' && turn.state !== 'waiting';
  return (
    <div className={classes['foot']}>
      <ul className={classes['figures']} aria-label="What it took">
        {describeFigures(turn).map((figure) => (
          <li key={figure}>{figure}</li>
        ))}
      </ul>
      {latest.attempt > 1 && <AttemptSwitch shown={turn} latest={latest} onShow={onAttempt} />}
      <div className={classes['actions']}>
        <TurnAction icon={ScrollText} onClick={() => actions.showRaw(turn.id)}>
          Raw
        </TurnAction>
        {isLast && isOver && (
          <TurnAction icon={RotateCcw} disabled={actions.busy} onClick={actions.retry}>
            Retry
          </TurnAction>
        )}
        {isOver && turn.id === latest.id && (
          <TurnAction
            icon={GitBranch}
            disabled={actions.busy}
            title="A new conversation with everything up to here"
            onClick={() => actions.branch(turn.number)}
          >
            Branch from here
          </TurnAction>
        )}
      </div>
    </div>
  );
}, isSame);

/** While an answer streams in, nothing changes here. */
function isSame(before: Props, now: Props): boolean {
  return (
    isSameApartFromItems(before.turn, now.turn) &&
    isSameApartFromItems(before.latest, now.latest) &&
    before.isLast === now.isLast &&
    before.actions === now.actions
  );
}

function isSameApartFromItems(before: ConversationTurn, now: ConversationTurn): boolean {
  return (
    before.id === now.id && before.state === now.state && before.tokens === now.tokens && before.times === now.times
  );
}

function describeFigures({ times, tokens, exchanges, state }: ConversationTurn): string[] {
  if (state === 'running' && exchanges === 0) return [];
  const cached = tokens.cachedInput > 0 ? ` (${formatNumber(tokens.cachedInput)} cached)` : '';
  const reasoning = tokens.reasoning > 0 ? ` (${formatNumber(tokens.reasoning)} reasoning)` : '';
  return [
    ...(times.firstToken === undefined ? [] : [`First token ${describeMilliseconds(times.firstToken)}`]),
    ...(times.model > 0 ? [`Model ${describeMilliseconds(times.model)}`] : []),
    ...(times.tools > 0 ? [`Tools ${describeMilliseconds(times.tools)}`] : []),
    ...(tokens.input + tokens.output > 0
      ? [`${formatNumber(tokens.input)}${cached} tokens in, ${formatNumber(tokens.output)}${reasoning} out`]
      : []),
    `${formatNumber(exchanges)} ${exchanges === 1 ? 'request' : 'requests'}`,
  ];
}
