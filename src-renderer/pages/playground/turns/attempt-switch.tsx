import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ConversationTurn } from '../../../../src-shared/api/conversations.ts';
import { api } from '../../../api/client.ts';
import classes from './turns.module.css';

interface Props {
  readonly shown: ConversationTurn;
  readonly latest: ConversationTurn;
  /** Undefined for the latest. */
  readonly onShow: (turn: ConversationTurn | undefined) => void;
}

/** Steps through the tries of a prompt. */
export function AttemptSwitch({ shown, latest, onShow }: Props) {
  const { data: others = [] } = useQuery(api.conversations.attempts.queryOptions({ input: { turnId: latest.id } }));
  const find = (attempt: number) => others.find((turn) => turn.attempt === attempt);
  const earlier = find(shown.attempt - 1);
  return (
    <span className={classes['attempts']}>
      <ActionIcon
        size="sm"
        aria-label="Earlier attempt"
        disabled={earlier === undefined}
        onClick={() => onShow(earlier)}
      >
        <ChevronLeft size={14} />
      </ActionIcon>
      <span role="status">
        Attempt {shown.attempt} of {latest.attempt}
      </span>
      <ActionIcon
        size="sm"
        aria-label="Later attempt"
        disabled={shown.attempt === latest.attempt}
        onClick={() => onShow(shown.attempt + 1 === latest.attempt ? undefined : find(shown.attempt + 1))}
      >
        <ChevronRight size={14} />
      </ActionIcon>
    </span>
  );
}
