import { memo } from 'react';
import { formatNumber } from '../../../components/format-number.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ConversationItem } from '../../../../src-shared/api/conversations.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { WholeText } from '../text/whole-text.tsx';
import classes from './turns.module.css';

interface Props {
  readonly answer: Extract<ConversationItem, { readonly kind: 'answer' | 'refusal' }>;
  readonly tickets: ReadonlySet<number>;
}

export const Answer = memo(function Answer({ answer, tickets }: Props) {
  const [open, setOpen] = useState(false);
  const { id, text, length } = answer;
  const cut = text.length < length;
  return (
    <div className={classes['answer']}>
      {answer.kind === 'refusal' && <p className={classes['note']}>The model refused:</p>}
      <Markdown text={text} tickets={tickets} />
      {cut && (
        <p className={classes['note']}>
          The first {formatNumber(text.length)} of {formatNumber(length)} characters.{' '}
          <Button variant="subtle" onClick={() => setOpen(true)}>
            Show all of it
          </Button>
        </p>
      )}
      {answer.kind === 'answer' && answer.state === 'incomplete' && (
        <p className={classes['note']}>The answer ends here; it was not finished.</p>
      )}
      {open && <WholeText itemId={id} of="text" label="the answer" onClose={() => setOpen(false)} />}
    </div>
  );
});
