import type { Conversation } from '../../../src-shared/api/conversations.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import type { Ports } from '../../ports.ts';
import { describeConversation } from './describe-turn.ts';
import { getConversation } from './get-conversation.ts';
import { findLatestTurn } from './get-turn.ts';
import type { ConversationStore } from './store.ts';
import type { Turns } from './turns.ts';

interface Needs {
  readonly store: ConversationStore;
  readonly write: <T>(work: () => T) => T;
  readonly ports: Pick<Ports, 'now' | 'log'>;
  readonly turns: Turns;
  readonly changed: () => void;
}

/** Conversations that are asked the same as another one, and given its recorded answers. */
export function createReplays({ store, write, ports, turns, changed }: Needs) {
  /** The recorded turn with a number: its latest try. */
  const findRecorded = (conversationId: number, number: number): TurnRow | undefined =>
    store.turns.listAttempts(conversationId, number)[0];

  const begin = (conversationId: number, recorded: TurnRow): void =>
    void turns.send(conversationId, recorded.prompt, recorded.id);

  return {
    replay(id: number): Conversation {
      const from = getConversation(store, id);
      turns.checkIdle(id);
      findLatestTurn(store, id);
      const first = findRecorded(id, 1);
      const at = ports.now();
      const replayId = write(() => {
        const made = store.conversations.insert({
          ...{ createdAt: at, updatedAt: at, named: from.named, comparisonId: null, branchOfId: null },
          ...{ branchOfTurn: null, replayOfId: id, title: from.title, setup: first?.setup ?? from.setup },
        });
        store.index.setTitle(made, from.title);
        return made;
      });
      if (first !== undefined) begin(replayId, first);
      changed();
      return describeConversation(getConversation(store, replayId));
    },
    /** Asks what was asked next in the recording, once a turn of a replay has ended. */
    goOn({ state, conversationId, number, replayOfId }: TurnRow): void {
      if (replayOfId === null || state !== 'done') return;
      const source = store.turns.find(replayOfId);
      const next = source && findRecorded(source.conversationId, number + 1);
      if (next === undefined) return;
      try {
        write(() => store.conversations.setSetup(conversationId, next.setup));
        begin(conversationId, next);
      } catch (error) {
        // As when too many conversations run: the rest of the replay is left to whoever looks at it.
        ports.log.warn('A replay does not go on.', { error: String(error) });
      }
    },
  };
}
