import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CopyButton } from '../copy-button.tsx';
import { describeMilliseconds } from '../calls/describe-milliseconds.ts';
import { ForeignText } from '../foreign-text.tsx';
import { formatNumber } from '../format-number.ts';
import { StateBadge } from '../state-badge.tsx';
import type { AbilityRun } from './ability-runs.ts';
import { ApplyDraft } from './apply-draft.tsx';
import { PlannedWrite } from './planned-write.tsx';
import { SentPrompt } from './sent-prompt.tsx';
import classes from './ability.module.css';

/** What was asked, what came back and what it would write. */
export function AbilityResult({ run }: { readonly run: AbilityRun }) {
  const { state, prompt, text, draft, failure } = run;
  return (
    <div className={classes['result']}>
      <div className={classes['state']} role="status">
        {state === 'running' && <StateBadge state="info">{text === '' ? 'Asking…' : 'Answering…'}</StateBadge>}
        {state === 'stopped' && <StateBadge state="quiet">Stopped. Nothing was written.</StateBadge>}
        {state === 'failed' && <StateBadge state="bad">Failed</StateBadge>}
        {state === 'done' && <StateBadge state="good">Answered</StateBadge>}
        <span className={classes['facts']}>{describeRun(run)}</span>
      </div>
      {failure !== undefined && (
        <p role="alert" className={classes['failed']}>
          {failure}
        </p>
      )}
      {prompt !== undefined && <SentPrompt prompt={prompt} />}
      {text !== '' && (
        <section aria-label="What it answered" className={classes['block']}>
          <div className={classes['block-head']}>
            <h3>Answer</h3>
            {state === 'done' && <CopyButton text={text} what="the answer" />}
          </div>
          <ForeignText text={text} className={classes['answer']} />
        </section>
      )}
      {draft?.write !== undefined && <PlannedWrite write={draft.write} />}
      {draft !== undefined && <ApplyDraft key={draft.draftId} draft={draft} ticketId={run.question.ticketId} />}
    </div>
  );
}

function describeRun({ prompt, draft }: AbilityRun): ReactNode {
  if (prompt === undefined) return '';
  if (prompt.ruleBased) {
    const time = draft === undefined ? '' : `, ${describeMilliseconds(draft.milliseconds)}`;
    return (
      <>
        Rule-based: made by the offline model’s rules, without a language model{time}.{' '}
        <Link to="/connections">AI connections</Link>
      </>
    );
  }
  const by = `${prompt.connection}, ${prompt.model}`;
  if (draft === undefined) return by;
  const { inputTokens, outputTokens, milliseconds } = draft;
  return `${by}: ${formatNumber(inputTokens)} tokens in, ${formatNumber(outputTokens)} out, ${describeMilliseconds(milliseconds)}`;
}
