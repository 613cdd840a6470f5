import { CopyButton } from './copy-button.tsx';
import classes from './copy-line.module.css';

/** One line of text to copy, such as an address or a key. */
export function CopyLine({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span className={classes['line']}>
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </span>
  );
}
