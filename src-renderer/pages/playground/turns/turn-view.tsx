import { memo, useState } from 'react';
import type { ConversationTurn } from '../../../../src-shared/api/conversations.ts';
import { StateBadge } from '../../../components/state-badge.tsx';
import { Elapsed } from '../elapsed.tsx';
import { Failure } from '../failure.tsx';
import { Prompt } from './prompt.tsx';
import { TurnFoot } from './turn-foot.tsx';
import { TurnItem } from './turn-item.tsx';
import type { TurnActions } from './use-turn-actions.ts';
import classes from './turns.module.css';

interface Props {
  readonly turn: ConversationTurn;
  readonly isLast: boolean;
  readonly tickets: ReadonlySet<number>;
  readonly actions: TurnActions;
}

/** A prompt and everything up to its answer. */
export const TurnView = memo(function TurnView({ turn: latest, isLast, tickets, actions }: Props) {
  const [other, setOther] = useState<ConversationTurn>();
  // A new attempt is shown by itself.
  const turn = other !== undefined && other.attempt < latest.attempt && other.number === latest.number ? other : latest;
  const isOver = latest.state !== 'running' && latest.state !== 'waiting';
  return (
    <article className={classes['turn']} aria-label={`Turn ${turn.number}`} data-turn={turn.number}>
      <h2 className="visually-hidden">Turn {turn.number}</h2>
      <Prompt
        id={turn.id}
        number={turn.number}
        prompt={turn.prompt}
        actions={actions}
        canEdit={isOver && turn === latest}
      />
      {turn.items.map((item) => (
        <TurnItem key={item.id} item={item} setup={turn.setup} tickets={tickets} />
      ))}
      {turn.state === 'running' && (
        <div className={classes['state']}>
          <span className={classes['pulse']} aria-hidden />
          {describeWork(turn)} <Elapsed since={turn.startedAt} />
        </div>
      )}
      {turn.error !== undefined && <Failure failure={turn.error} />}
      {turn.notes.map((note) => (
        <p key={note} className={`foreign ${classes['note']} ${classes['turn-note']}`}>
          {note}
        </p>
      ))}
      {turn.state === 'stopped' && (
        <div className={classes['state']}>
          <StateBadge state="quiet">Stopped</StateBadge>
        </div>
      )}
      {turn.state === 'interrupted' && (
        <p className={classes['note']}>
          The workbench ended while this was being answered. What had come is kept; retry to ask again.
        </p>
      )}
      <TurnFoot turn={turn} latest={latest} isLast={isLast} actions={actions} onAttempt={setOther} />
    </article>
  );
});

function describeWork({ items }: ConversationTurn): string {
  const last = items.at(-1);
  if (last?.kind === 'call' && last.state === 'running') return 'Running the call';
  if (last?.kind === 'answer' && last.state === 'streaming') return 'Answering';
  return 'Waiting for the model';
}
