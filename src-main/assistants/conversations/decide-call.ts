import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Ports } from '../../ports.ts';
import { findPermission } from './approvals.ts';
import { errorText } from './error-text.ts';
import { getItem, getTurn } from './get-turn.ts';
import type { LiveItem, LiveTurn } from './live-turn.ts';
import type { ConversationStore } from './store.ts';
import type { TurnRunner } from './turn-runner.ts';

export type Decision =
  | {
      readonly kind: 'approve';
      readonly remember: 'once' | 'chat' | 'always';
      readonly of: 'tool' | 'reads';
      readonly arguments?: string | undefined;
    }
  | { readonly kind: 'deny'; readonly reason?: string | undefined };

interface Needs {
  readonly store: ConversationStore;
  readonly write: <T>(work: () => T) => T;
  readonly runner: TurnRunner;
  readonly ports: Pick<Ports, 'now'>;
}

/** A person's word on a call that waits. It is kept when this returns; what comes of it is told to whoever follows. */
export function decideCall({ store, write, runner, ports }: Needs, itemId: number, decision: Decision): void {
  const row = getTurn(store, getItem(store, itemId).turnId);
  const apply = (turn: LiveTurn): void => {
    const item = turn.items.find(({ id }) => id === itemId);
    if (item?.state !== 'waiting') {
      throw new AppError('conflict', 'This call is not waiting for a decision any more.');
    }
    if (decision.kind === 'deny') return deny(turn, item, decision.reason);
    if (decision.remember !== 'once') checkGrant(item, decision.of);
    approve(turn, item, decision);
    if (decision.remember !== 'once') remember(turn, item, decision);
  };

  const remember = (
    turn: LiveTurn,
    item: LiveItem,
    { remember: how, of }: Extract<Decision, { kind: 'approve' }>,
  ): void => {
    const { endpointId } = turn.setup;
    const { tool = '', effect = 'destructive' } = item.facts;
    const conversationId = how === 'chat' ? turn.row.conversationId : null;
    const grant = { conversationId, endpointId, tool: of === 'reads' ? null : tool, effect, createdAt: ports.now() };
    write(() => store.grants.put(grant));
    const grants = store.grants.list(turn.row.conversationId);
    for (const other of turn.items) {
      const { tool: name = '', effect: does } = other.facts;
      if (other.state !== 'waiting') continue;
      if (findPermission('every-call', grants, { endpointId, tool: name, effect: does }) === undefined) continue;
      other.state = 'running';
      other.facts = { ...other.facts, decision: 'remembered' };
      turn.changed(other);
    }
  };

  const live = runner.findLive(row.conversationId);
  if (live === undefined) {
    if (row.state !== 'waiting') throw new AppError('conflict', 'This call is not waiting for a decision any more.');
    runner.run(row, apply);
  } else {
    apply(live);
    live.flush();
  }
}

function checkGrant({ facts: { effect } }: LiveItem, of: 'tool' | 'reads'): void {
  if (effect === undefined) {
    const message =
      'Nobody knows what this tool does, so that its calls are allowed one by one: allow this call alone.';
    throw new AppError('invalid_arguments', message);
  }
  if (of === 'tool' || effect === 'read') return;
  throw new AppError('invalid_arguments', 'This tool does more than read: allow it by itself.');
}

function approve(turn: LiveTurn, item: LiveItem, decision: Extract<Decision, { kind: 'approve' }>): void {
  const given = decision.arguments;
  if (given !== undefined && given !== item.text) {
    if (item.facts.by === 'hosted') {
      const message =
        "The model's server carries this call out as it asked. Its arguments cannot be changed: deny it instead.";
      throw new AppError('invalid_arguments', message);
    }
    checkJson(given);
    item.facts = { ...item.facts, given: item.facts.given ?? item.text };
    item.text = given;
  }
  item.state = 'running';
  item.facts = { ...item.facts, decision: decision.remember };
  turn.changed(item);
}

function deny(turn: LiveTurn, item: LiveItem, reason: string | undefined): void {
  const said = reason === undefined || reason === '' ? undefined : reason;
  item.state = 'denied';
  const message = `A person denied this call, and nothing was run.${said === undefined ? '' : ` Reason: ${said}`}`;
  item.result = errorText('denied', message);
  item.facts = { ...item.facts, decision: 'denied', ...(said !== undefined && { reason: said }) };
  turn.changed(item);
}

export function checkJson(text: string): void {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  } catch {
    // Below.
  }
  throw new AppError('invalid_arguments', 'The arguments must be one JSON object, such as {"ticket_id": 1001}.');
}
