import type { Conversation } from '../../../src-shared/api/conversations.ts';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Ports } from '../../ports.ts';
import type { Connections } from '../connections/create-connections.ts';
import { copyTurn, copyTurns } from './copy-turns.ts';
import { checkJson } from './decide-call.ts';
import { describeConversation } from './describe-turn.ts';
import { getConversation } from './get-conversation.ts';
import { getItem, getTurn } from './get-turn.ts';
import { readFacts } from './item-facts.ts';
import { untitled } from './make-title.ts';
import { removeConversation } from './remove-conversation.ts';
import type { ConversationStore } from './store.ts';
import type { ToolAccess } from './tool-access.ts';
import type { TurnRunner } from './turn-runner.ts';
import { blankTurn, type Turns } from './turns.ts';

interface Needs {
  readonly store: ConversationStore;
  readonly write: <T>(work: () => T) => T;
  readonly ports: Pick<Ports, 'now'>;
  readonly runner: TurnRunner;
  readonly turns: Turns;
  readonly tools: ToolAccess;
  readonly connections: Pick<Connections, 'open'>;
  /** A conversation is not what it was, or gone. */
  readonly tell: (conversationId: number) => void;
  /** There is another conversation. */
  readonly changed: () => void;
}

const noOrigin = { comparisonId: null, branchOfId: null, branchOfTurn: null, replayOfId: null } as const;

/** Conversations as a whole: made, changed, branched and removed. */
export function createConversationPlaces(needs: Needs) {
  const { store, write, ports, runner, turns, tools, connections, tell, changed } = needs;
  const { conversations, index } = store;

  /** Refuses what could not be used, and names the endpoint by its id. */
  const check = (setup: ConversationSetup): string => {
    connections.open(setup.connectionId);
    return JSON.stringify({ ...setup, endpointId: tools.open(setup).endpointId });
  };

  const insert = (setup: string, more: Partial<Parameters<typeof conversations.insert>[0]> = {}): number => {
    const at = ports.now();
    const row = { ...noOrigin, createdAt: at, updatedAt: at, named: 0, title: untitled, setup, ...more } as const;
    const id = conversations.insert(row);
    index.setTitle(id, row.title);
    return id;
  };

  const describe = (id: number): Conversation => describeConversation(getConversation(store, id));

  const tellNew = (id: number): Conversation => {
    changed();
    return describe(id);
  };

  return {
    create: (setup: ConversationSetup): Conversation => {
      const checked = check(setup);
      return tellNew(write(() => insert(checked)));
    },
    compare(setups: readonly ConversationSetup[]): Conversation[] {
      const checked = setups.map(check);
      const ids = write(() => {
        const made = checked.map((setup) => insert(setup));
        for (const id of made) conversations.setComparison(id, made[0] ?? id);
        return made;
      });
      changed();
      return ids.map(describe);
    },
    update(
      id: number,
      { title, setup }: { title?: string | undefined; setup?: ConversationSetup | undefined },
    ): Conversation {
      getConversation(store, id);
      const checked = setup && check(setup);
      write(() => {
        if (checked !== undefined) conversations.setSetup(id, checked);
        if (title === undefined) return;
        conversations.setTitle(id, title, true);
        index.setTitle(id, title);
      });
      tell(id);
      return describe(id);
    },
    remove(id: number): void {
      getConversation(store, id);
      if (runner.findLive(id) !== undefined) {
        throw new AppError('conflict', 'The conversation is running. Stop it before you delete it.');
      }
      write(() => removeConversation(store, id));
      tell(id);
    },
    branch(id: number, upTo: number): Conversation {
      const from = getConversation(store, id);
      if (upTo > from.turns) throw new AppError('not_found', `The conversation has no turn ${upTo}.`);
      if (upTo === from.turns && upTo > 0) turns.checkIdle(id);
      const branch = write(() => {
        const made = insert(from.setup, { named: from.named, title: from.title, branchOfId: id, branchOfTurn: upTo });
        copyTurns(store, id, made, upTo);
        return made;
      });
      return tellNew(branch);
    },
    rerunCall(itemId: number, input: string): Conversation {
      checkJson(input);
      const call = getItem(store, itemId);
      const facts = readFacts(call.facts);
      if (call.kind !== 'call') throw new AppError('invalid_arguments', 'Only a call can be run again.');
      if (facts.by === 'hosted') {
        const message =
          "The model's server made this call, so it cannot be made anew here. Run it with Try it instead.";
        throw new AppError('invalid_arguments', message);
      }
      if (call.wire === null) {
        throw new AppError('conflict', 'The model did not write this call to its end, so it cannot be run again.');
      }
      const turn = getTurn(store, call.turnId);
      runner.checkRoom();
      const { title, named } = getConversation(store, turn.conversationId);
      const { id: turnId, conversationId } = write(() => {
        const made = insert(turn.setup, {
          ...{ named, title, branchOfId: turn.conversationId, branchOfTurn: turn.number },
        });
        copyTurns(store, turn.conversationId, made, turn.number - 1);
        const copied = copyTurn(store, turn, made, {
          keeps: ({ position }) => position <= call.position,
          change: {
            ...{ ...blankTurn, exchanges: call.exchange, startedAt: ports.now() },
            originId: turn.originId ?? turn.id,
          },
        });
        return { id: copied, conversationId: made };
      });
      runner.run(getTurn(store, turnId), (live) => {
        for (const item of live.items) {
          if (item.position !== call.position) continue;
          const given = facts.given ?? (input === item.text ? undefined : item.text);
          const { tool = '', title: shown, effect, by = 'workbench' } = item.facts;
          item.facts = {
            ...{ tool, by, decision: 'once' as const },
            ...(shown !== undefined && { title: shown }),
            ...(effect !== undefined && { effect }),
            ...(given !== undefined && { given }),
          };
          Object.assign(item, { text: input, state: 'running', result: null });
          live.changed(item);
        }
      });
      return tellNew(conversationId);
    },
    revokeGrant(id: number): void {
      if (write(() => store.grants.remove(id))) return changed();
      throw new AppError('not_found', 'This permission is gone already.');
    },
  };
}
