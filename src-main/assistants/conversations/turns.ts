import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import type { Ports } from '../../ports.ts';
import { getConversation } from './get-conversation.ts';
import { findLatestTurn } from './get-turn.ts';
import { stopCall } from './settle-calls.ts';
import type { ConversationStore } from './store.ts';
import { makeTitle } from './make-title.ts';
import type { TurnRunner } from './turn-runner.ts';

interface Needs {
  readonly store: ConversationStore;
  readonly write: <T>(work: () => T) => T;
  readonly runner: TurnRunner;
  readonly ports: Pick<Ports, 'now'>;
  /** A conversation is not what it was. */
  readonly tell: (conversationId: number) => void;
}

export type Turns = ReturnType<typeof createTurns>;

export const blankTurn = {
  ...{ attempt: 1, state: 'running', endedAt: null, firstTokenMs: null, modelMs: 0, toolsMs: 0, exchanges: 0 },
  ...{ inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0, originId: null, replayOfId: null },
  ...{ error: null, notes: '[]' },
} as const satisfies Partial<TurnRow>;

/** Turns of a conversation: prompts, further tries, and their end. */
export function createTurns({ store, write, runner, ports, tell }: Needs) {
  const { conversations, turns, index } = store;

  const checkIdle = (conversationId: number): void => {
    const latest = turns.findLatest(conversationId);
    if (latest?.state === 'running' || runner.findLive(conversationId) !== undefined) {
      throw new AppError('conflict', 'The model is still at work. Wait until it has answered, or stop it.');
    }
    if (latest?.state === 'waiting') {
      throw new AppError('conflict', 'A call waits for your decision. Approve or deny it, or stop the turn.');
    }
  };

  const begin = (row: Omit<TurnRow, 'id'>): { turnId: number } => {
    runner.checkRoom();
    const stored = write(() => {
      const id = turns.insert(row);
      if (row.attempt === 1) index.add(row.conversationId, row.prompt);
      const { named, turns: before, title } = getConversation(store, row.conversationId);
      if (row.number === 1 && named === 0 && before <= 1) {
        const made = makeTitle(row.prompt);
        conversations.setTitle(row.conversationId, made, false);
        if (made !== title) index.setTitle(row.conversationId, made);
      }
      return { ...row, id };
    });
    runner.run(stored);
    return { turnId: stored.id };
  };

  return {
    checkIdle,
    /** Stored when this returns; what comes of it is told to whoever follows. */
    send(conversationId: number, prompt: string, replayOfId: number | null = null): { turnId: number } {
      const { setup } = getConversation(store, conversationId);
      checkIdle(conversationId);
      const number = (turns.findLatest(conversationId)?.number ?? 0) + 1;
      return begin({ ...blankTurn, conversationId, number, prompt, setup, replayOfId, startedAt: ports.now() });
    },
    retry(conversationId: number): { turnId: number } {
      const { setup } = getConversation(store, conversationId);
      checkIdle(conversationId);
      const { number, attempt, prompt, replayOfId } = findLatestTurn(store, conversationId);
      return begin({
        ...{ ...blankTurn, conversationId, number, prompt, setup, replayOfId },
        ...{ attempt: attempt + 1, startedAt: ports.now() },
      });
    },
    async stop(conversationId: number): Promise<void> {
      getConversation(store, conversationId);
      if (runner.findLive(conversationId) !== undefined) return runner.stop(conversationId);
      const latest = turns.findLatest(conversationId);
      if (latest?.state !== 'waiting') return;
      // Nothing runs: those that wait are told, and the turn is over.
      runner.run(latest, (turn) => {
        for (const item of turn.items) {
          if (item.state !== 'waiting') continue;
          stopCall(item, 'It was stopped while it waited to be approved, so nothing was run.');
          turn.changed(item);
        }
        turn.stop.abort('stopped');
      });
      await runner.stop(conversationId);
      tell(conversationId);
    },
  };
}
