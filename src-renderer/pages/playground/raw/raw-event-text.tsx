import type { RawEvent } from '../../../../src-shared/api/conversations.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { formatNumber } from '../../../components/format-number.ts';
import { indentJson } from '../text/indent-json.ts';
import classes from './raw.module.css';

/** An event as it came, on lines of its own. */
export function RawEventText({ event: { number, text, length } }: { readonly event: RawEvent }) {
  const cut = text.length < length;
  return (
    <div className={classes['event-text']}>
      <div className={classes['copy']}>
        <CopyButton text={text} what={`event ${number}`} />
      </div>
      <pre tabIndex={0} role="group" aria-label={`Event ${number}`}>
        {cut ? `${text}…` : indentJson(text)}
      </pre>
      {cut && (
        <p className={classes['dim']}>
          The first {formatNumber(text.length)} of {formatNumber(length)} characters.
        </p>
      )}
    </div>
  );
}
