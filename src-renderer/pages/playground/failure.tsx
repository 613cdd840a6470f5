import type { ConversationTurn } from '../../../src-shared/api/conversations.ts';
import classes from './playground.module.css';

/** What went wrong as a sentence, with what the server said folded below. */
export function Failure({ failure }: { readonly failure: NonNullable<ConversationTurn['error']> }) {
  return (
    <div className={classes['failure']} role="group" aria-label="Error">
      <p className="foreign">{failure.message}</p>
      {failure.technical !== undefined && failure.technical !== '' && (
        <details>
          <summary>Technical text</summary>
          <pre className="foreign" tabIndex={0}>
            {failure.technical}
          </pre>
        </details>
      )}
    </div>
  );
}
