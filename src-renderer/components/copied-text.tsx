import { CopyButton } from './copy-button.tsx';
import classes from './copied-text.module.css';

/** One line of text with a button that copies it, cut where there is no room. `what` completes "Copy …". */
export function CopiedText({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span className={classes['line']}>
      <span className="one-line" title={text}>
        {text}
      </span>
      <CopyButton text={text} what={what} />
    </span>
  );
}
