import type { AbilityPrompt } from '../../../src-shared/api/abilities.ts';
import { CopyButton } from '../copy-button.tsx';
import { ForeignText } from '../foreign-text.tsx';
import { formatNumber } from '../format-number.ts';
import classes from './ability.module.css';

interface Props {
  readonly prompt: AbilityPrompt;
  readonly opened?: true;
}

/** The prompt as it is sent, with the instructions before it. */
export function SentPrompt({ prompt, opened }: Props) {
  const { instructions, prompt: text, estimatedTokens, ruleBased } = prompt;
  const what = ruleBased ? 'What a model would be sent' : 'What the model is sent';
  return (
    <details className={classes['prompt']} open={opened}>
      <summary>
        {what} <span className={classes['facts']}>about {formatNumber(estimatedTokens)} tokens</span>
      </summary>
      <div className={classes['block-head']}>
        <h3>Instructions</h3>
        <CopyButton text={instructions} what="the instructions" />
      </div>
      <ForeignText text={instructions} className={classes['sent']} />
      <div className={classes['block-head']}>
        <h3>Prompt</h3>
        <CopyButton text={text} what="the prompt" />
      </div>
      <ForeignText text={text} className={classes['sent']} />
    </details>
  );
}
