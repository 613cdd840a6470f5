import { Button } from '@mantine/core';
import { useState } from 'react';
import { CopyButton } from '../../../components/copy-button.tsx';
import { formatNumber } from '../../../components/format-number.ts';
import { WholeText, type WholeTextOf } from './whole-text.tsx';
import classes from './text.module.css';

interface Props extends WholeTextOf {
  /** As much of it as is here. */
  readonly text: string;
  readonly length: number;
}

/** Text as it came, and the way to all of it where only its beginning is here. */
export function CutText({ text, length, ...of }: Props) {
  const [open, setOpen] = useState(false);
  const cut = text.length < length;
  return (
    <div className={classes['cut']}>
      {!cut && (
        <div className={classes['copy']}>
          <CopyButton text={text} what={of.label} />
        </div>
      )}
      <pre tabIndex={0} role="group" aria-label={of.label}>
        {cut ? `${text}…` : text}
      </pre>
      {cut && (
        <div className={classes['more']}>
          <span>
            The first {formatNumber(text.length)} of {formatNumber(length)} characters.
          </span>
          <Button variant="default" onClick={() => setOpen(true)}>
            Show all of it
          </Button>
        </div>
      )}
      {open && <WholeText {...of} onClose={() => setOpen(false)} />}
    </div>
  );
}
