import { Link } from 'react-router';
import type { Conversation } from '../../../src-shared/api/conversations.ts';
import { formatNumber } from '../../components/format-number.ts';
import { ConversationMenu } from './list/conversation-menu.tsx';
import classes from './playground.module.css';

/** Where a conversation comes from, and what it took so far. */
export function ConversationFacts({ conversation }: { readonly conversation: Conversation }) {
  const { tokens, branchOf, replayOf } = conversation;
  const total = tokens.input + tokens.output;
  return (
    <>
      {branchOf !== undefined && (
        <Link to={`/playground/${branchOf.id}?turn=${Math.max(1, branchOf.turn)}`}>Branch</Link>
      )}
      {replayOf !== undefined && <Link to={`/playground/${replayOf}`}>Replay</Link>}
      {total > 0 && (
        <span title={`${formatNumber(tokens.input)} in, ${formatNumber(tokens.output)} out`}>
          {formatNumber(total)} tokens
        </span>
      )}
      <span className={classes['menu']}>
        <ConversationMenu conversation={conversation} isOpen />
      </span>
    </>
  );
}
