import { Button, CopyButton, Textarea } from '@mantine/core';
import { download } from '../../components/download.ts';
import { toLine } from './group-line.ts';
import { groupsOf, type GroupRow } from './group-rows.ts';
import classes from './synonyms.module.css';

/** The groups as text, as the list shows them: with what is unsaved. */
export function CopyDialog({ rows }: { readonly rows: readonly GroupRow[] }) {
  const text = groupsOf(rows)
    .map((group) => `${toLine(group)}\n`)
    .join('');
  return (
    <div className={classes['dialog']}>
      <Textarea
        label="One group a line"
        description="As the list is now, unsaved changes included. “Paste groups” reads it again."
        readOnly
        data-autofocus
        minRows={8}
        maxRows={14}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={classes['dialog-foot']}>
        <Button
          variant="default"
          onClick={() => download(new Blob([text], { type: 'text/plain;charset=utf-8' }), 'search-synonyms.txt')}
        >
          Download
        </Button>
        <CopyButton value={text} timeout={1500}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}
        </CopyButton>
      </div>
    </div>
  );
}
