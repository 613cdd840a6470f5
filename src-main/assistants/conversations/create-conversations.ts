import type { Connection } from '../../db/repositories/connection.ts';
import type { ReaderPool } from '../../db/readers/reader-pool.ts';
import { decideCall } from './decide-call.ts';
import { describeConversation } from './describe-turn.ts';
import { createFollowers } from './followers.ts';
import { createConversationPlaces } from './places.ts';
import { createReplays } from './replays.ts';
import { createConversationReads } from './reads.ts';
import { recoverTurns } from './recover-turns.ts';
import { createConversationStore } from './store.ts';
import { createTurnRunner, type RunnerNeeds } from './turn-runner.ts';
import { createTurns } from './turns.ts';

interface Needs extends Omit<RunnerNeeds, 'store' | 'followers' | 'told'> {
  readonly database: Connection;
  readonly readers: Pick<ReaderPool, 'run'>;
  /** Told when a list of conversations is not what it was. */
  readonly changed: () => void;
}

export type Conversations = ReturnType<typeof createConversations>;

/** Conversations with a model that uses an endpoint's tools. They run here, with or without a page that shows them. */
export function createConversations(needs: Needs) {
  const { changeSets, ports, tools, changed } = needs;
  const store = createConversationStore(needs.database);
  const write = changeSets.inTraceTransaction;
  write(() => recoverTurns(store, tools, ports.now()));

  const reads = createConversationReads(store, needs.readers, tools);
  const followers = createFollowers(reads.snapshot);
  const tell = (id: number): void => {
    const line = store.conversations.find(id);
    if (line === undefined) followers.tell(id, [{ kind: 'removed' }]);
    else followers.tell(id, [{ kind: 'conversation', conversation: describeConversation(line) }]);
    changed();
  };

  const runner = createTurnRunner({
    ...needs,
    ...{ store, followers },
    told(row, isOver) {
      changeSets.inUnhurriedTransaction(() => store.conversations.touch(row.conversationId, ports.now()));
      tell(row.conversationId);
      if (isOver) replays.goOn(row);
    },
  });
  const turns = createTurns({ store, write, runner, ports, tell });
  const replays = createReplays({ store, write, ports, turns, changed });
  const places = createConversationPlaces({ ...needs, store, write, runner, turns, tell });

  return {
    ...reads,
    ...places,
    send: turns.send,
    retry: turns.retry,
    stop: turns.stop,
    replay: replays.replay,
    decide: (...[itemId, decision]: DecideParameters) => decideCall({ store, write, runner, ports }, itemId, decision),
    follow: followers.follow,
    async close() {
      await runner.close();
      followers.close();
    },
  };
}

type DecideParameters = Parameters<typeof decideCall> extends [unknown, ...infer Rest] ? Rest : never;
