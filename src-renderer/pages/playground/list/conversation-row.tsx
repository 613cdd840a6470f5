import { Columns2 } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { ConversationMenu } from './conversation-menu.tsx';
import type { ListedConversation } from './group-by-day.ts';
import { StateMark } from './state-mark.tsx';
import classes from './list.module.css';

interface Props {
  readonly conversation: ListedConversation;
  readonly isOpen: boolean;
}

export const ConversationRow = memo(function ConversationRow({ conversation, isOpen }: Props) {
  const { id, title, state, excerpt, comparisonId } = conversation;
  return (
    <div className={classes['row']} data-open={isOpen || undefined}>
      <Link to={`/playground/${id}`} aria-current={isOpen ? 'page' : undefined} title={title}>
        <span className={classes['title']}>
          {comparisonId !== undefined && <Columns2 size={12} aria-label="Side by side" />}
          <span className={`one-line ${classes['name']}`}>{title}</span>
          <StateMark state={state} />
        </span>
        {excerpt !== undefined && <span className={`foreign ${classes['excerpt']}`}>{excerpt}</span>}
      </Link>
      <span className={classes['menu']}>
        <ConversationMenu conversation={conversation} isOpen={isOpen} />
      </span>
    </div>
  );
});
