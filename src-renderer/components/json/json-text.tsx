import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { CopyButton } from '../copy-button.tsx';
import classes from './json.module.css';

interface Props {
  readonly value: unknown;
  /** What a screen reader calls it, and completes "Copy …". */
  readonly label: string;
}

const shownAtFirst = 20_000;

/** A value as indented JSON, to read and copy. */
export function JsonText({ value, label }: Props) {
  const [whole, setWhole] = useState(false);
  const text = useMemo(() => JSON.stringify(value, undefined, 2) ?? 'undefined', [value]);
  const cut = !whole && text.length > shownAtFirst;
  return (
    <div className={classes['box']}>
      <div className={classes['copy']}>
        <CopyButton text={text} what={label} />
      </div>
      <pre className={classes['text']} tabIndex={0} role="group" aria-label={label}>
        {cut ? `${text.slice(0, shownAtFirst)}…` : text}
      </pre>
      {cut && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString('en-GB')} characters
        </Button>
      )}
    </div>
  );
}
