import { Link } from 'react-router';
import { useStore } from 'zustand';
import { ErrorState } from '../../components/error-state.tsx';
import type { ConversationStore } from './live/conversation-store.ts';
import { describeProgress } from './live/describe-progress.ts';
import classes from './playground.module.css';

/** What somebody who does not look should hear, and what stands between this page and the conversation. */
export function ConversationStatus({ store }: { readonly store: ConversationStore }) {
  const connection = useStore(store, (live) => live.connection);
  const error = useStore(store, (live) => live.error);
  const heard = useStore(store, describeProgress);
  return (
    <>
      <div role="status" className="visually-hidden">
        {heard}
      </div>
      {connection === 'gone' && (
        <p className={classes['banner']} role="alert">
          This conversation was deleted. <Link to="/playground">New conversation</Link>
        </p>
      )}
      {connection === 'failed' && <ErrorState error={error} what="The conversation could not be read" />}
    </>
  );
}
