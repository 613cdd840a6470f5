import type { ResponseInputItem } from 'openai/resources/responses/responses';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ChangeSets } from '../../db/change-sets.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import type { Ports } from '../../ports.ts';
import type { Connections } from '../connections/create-connections.ts';
import type { ReachEndpoint } from '../hosted/reach-endpoint.ts';
import { createHostedCalls } from './hosted-calls.ts';
import { createLiveTurn, type LiveTurn } from './live-turn.ts';
import type { Followers } from './followers.ts';
import { readInputBefore } from './read-input-before.ts';
import { openRecording, tellDifferences } from './recording.ts';
import { runTurn, type StopReason } from './run-turn.ts';
import type { ConversationStore } from './store.ts';
import type { ToolAccess } from './tool-access.ts';

export interface RunnerNeeds {
  readonly changeSets: Pick<ChangeSets, 'inTraceTransaction' | 'inUnhurriedTransaction'>;
  readonly store: ConversationStore;
  readonly followers: Followers;
  readonly connections: Pick<Connections, 'open'>;
  readonly reachEndpoint: ReachEndpoint;
  readonly tools: ToolAccess;
  readonly ports: Pick<Ports, 'now' | 'log'>;
  /** Told when a turn has begun, and when it has ended or waits. */
  readonly told: (turn: TurnRow, isOver: boolean) => void;
}

export interface TurnRunner {
  /** Throws `busy` when as many conversations run as may. */
  checkRoom(): void;
  /** Runs a turn that is stored, from where it stands, after a change of it in memory. */
  run(row: TurnRow, change?: (turn: LiveTurn) => void): void;
  findLive(conversationId: number): LiveTurn | undefined;
  /** Resolves when the turn that ran has ended. */
  stop(conversationId: number): Promise<void>;
  close(): Promise<void>;
}

const mostRunning = 8;
/** For calls that were left behind, when the program ends: what they write down is their row in the activity log. */
const patience = 2_000;

interface Running {
  readonly turn: LiveTurn;
  readonly ended: Promise<void>;
}

/** Runs turns of conversations, one at a time in each. */
export function createTurnRunner(needs: RunnerNeeds): TurnRunner {
  const { store, changeSets, tools, connections, reachEndpoint, ports, told } = needs;
  const running = new Map<number, Running>();
  const withoutThoughts = new Set<string>();
  const thoughts = {
    has: (key: string) => !withoutThoughts.has(key),
    forget: (key: string) => void withoutThoughts.add(key),
  };
  /** Calls that were left behind when their turns were stopped. */
  const left = new Set<Promise<unknown>>();
  let isClosed = false;

  const readBefore = ({ conversationId, number }: TurnRow, setup: ConversationSetup): ResponseInputItem[] =>
    readInputBefore(store, conversationId, number, setup);

  const go = async (turn: LiveTurn): Promise<void> => {
    const { row, setup } = turn;
    // A task of its own, so that whoever began the turn is answered first.
    await new Promise<void>((resolve) => setImmediate(resolve));
    const hosted = createHostedCalls(turn, tools);
    const recording = row.replayOfId === null ? undefined : openRecording(store, row.replayOfId, row.exchanges, ports);
    const isLate = <T>(make: () => T): (() => T) => {
      let made: { readonly it: T } | undefined;
      return () => (made ??= { it: make() }).it;
    };
    const connection = isLate(() => recording?.connection ?? connections.open(setup.connectionId));
    const before = isLate(() => readBefore(row, setup));
    await runTurn(turn, {
      ...{ store, ports, thoughts },
      get connection() {
        return connection();
      },
      get before() {
        return before();
      },
      openTools: () => tools.open(setup),
      reach: recording?.reach ?? ((wanted, to) => hosted.watch(reachEndpoint(wanted, to, { written: hosted.written }))),
      write: (work) => changeSets.inUnhurriedTransaction(work),
      left(call) {
        const ended = call.catch(() => undefined).finally(() => left.delete(ended));
        left.add(ended);
      },
      ended() {
        if (row.replayOfId !== null) tellDifferences(store, turn, row.replayOfId);
      },
    });
  };

  return {
    checkRoom() {
      if (isClosed) throw new AppError('busy', 'The workbench is shutting down.');
      if (running.size < mostRunning) return;
      const message = `${mostRunning} conversations run already. Wait until one has ended, or stop one.`;
      throw new AppError('busy', message);
    },
    findLive: (conversationId) => running.get(conversationId)?.turn,
    run(row, change) {
      const turn = createLiveTurn(needs, row);
      turn.row.state = 'running';
      change?.(turn);
      turn.rowChanged();
      turn.flush();
      const ended = go(turn).finally(() => {
        running.delete(row.conversationId);
        if (!isClosed) told(turn.row, true);
      });
      running.set(row.conversationId, { turn, ended });
      told(turn.row, false);
    },
    async stop(conversationId) {
      const found = running.get(conversationId);
      found?.turn.stop.abort('stopped' satisfies StopReason);
      await found?.ended;
    },
    async close() {
      isClosed = true;
      const all = [...running.values()];
      for (const { turn } of all) turn.stop.abort('interrupted' satisfies StopReason);
      await Promise.all(all.map(({ ended }) => ended));
      await Promise.race([Promise.all(left), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    },
  };
}
