import type { Snippet } from '../../../src-shared/domain/client-snippets.ts';
import { CopyButton } from '../copy-button.tsx';
import classes from './snippet.module.css';

/** A set-up to paste, and where it goes. */
export function SnippetBlock({ snippet }: { readonly snippet: Snippet }) {
  const { title, where, text } = snippet;
  return (
    <div className={classes['block']}>
      <p className={classes['where']}>{where}</p>
      <div className={classes['box']}>
        <pre className={classes['text']} tabIndex={0} role="group" aria-label={title}>
          {text}
        </pre>
        <div className={classes['copy']}>
          <CopyButton text={text} what={`the set-up for ${title}`} />
        </div>
      </div>
    </div>
  );
}
