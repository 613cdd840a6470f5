import { performance } from 'node:perf_hooks';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { describeFailure } from './describe-failure.ts';
import { exchange, type ExchangeNeeds } from './exchange.ts';
import type { LiveItem, LiveTurn } from './live-turn.ts';
import { settleCalls, stopCall } from './settle-calls.ts';
import type { OpenTools } from './tool-access.ts';

/** Requests to the model after which a turn ends as it is. */
const mostRounds = 32;

/** Why a turn is ended from outside, as the reason of its signal. */
export type StopReason = 'stopped' | 'interrupted';

interface Needs extends Omit<ExchangeNeeds, 'tools'> {
  readonly openTools: () => OpenTools;
  /** Told of a call that is left to end by itself. */
  readonly left: (call: Promise<unknown>) => void;
  /** Told when the model has answered, before the turn is over. */
  readonly ended: () => void;
}

/** Asks the model and carries out its calls until it has answered, or a person has to be asked. Throws nothing. */
export async function runTurn(turn: LiveTurn, needs: Needs): Promise<void> {
  const { row, stop } = turn;
  row.state = 'running';
  row.endedAt = null;
  turn.rowChanged();
  try {
    await goRounds(turn, needs);
  } catch (error) {
    endEarly(turn, stop.signal.aborted ? stop.signal.reason : error);
    if (!stop.signal.aborted && !(error instanceof AppError)) {
      needs.ports.log.error('A turn of a conversation failed unexpectedly.', { error });
    }
  }
  if (row.state !== 'waiting') row.endedAt = needs.ports.now();
  turn.rowChanged();
  try {
    turn.flush();
  } catch (error) {
    needs.ports.log.error('The end of a turn could not be written down.', { error });
  }
}

async function goRounds(turn: LiveTurn, needs: Needs): Promise<void> {
  const { row } = turn;
  const calls = {
    open: needs.openTools,
    grants: () => needs.store.grants.list(row.conversationId),
    left: needs.left,
  };
  // Not asked anything yet, or calls are left from before.
  let goesOn = row.exchanges === 0 || hasCalls(turn);
  while (goesOn) {
    await settleCalls(turn, calls);
    if (turn.items.some(({ state }) => state === 'waiting')) {
      row.state = 'waiting';
      return;
    }
    if (row.exchanges >= mostRounds) {
      note(turn, `The turn was ended after ${mostRounds} requests to the model. Send a prompt to go on.`);
      break;
    }
    const started = performance.now();
    let end;
    try {
      end = await exchange(turn, { ...needs, tools: needs.openTools() });
    } finally {
      row.modelMs += performance.now() - started;
    }
    goesOn = end.incomplete === undefined && hasCalls(turn);
    if (end.incomplete !== undefined) {
      note(turn, describeIncomplete(end.incomplete));
      for (const item of turn.items) if (isUnsettled(item)) stopCall(item, 'The answer ended before it was to be run.');
    }
  }
  needs.ended();
  row.state = 'done';
}

/** Whether the latest request brought calls, whose results the model is to be told. */
function hasCalls({ items, row }: LiveTurn): boolean {
  return items.some(
    ({ kind, exchange: from, facts, wire }) =>
      kind === 'call' &&
      from === row.exchanges &&
      (facts.by === 'workbench' || wire?.includes('"mcp_approval_request"') === true),
  );
}

const unsettled: ReadonlySet<string | null> = new Set(['arguments', 'waiting', 'running']);
const isUnsettled = ({ kind, state }: LiveItem): boolean => kind === 'call' && unsettled.has(state);

export function note(turn: LiveTurn, sentence: string): void {
  const notes = JSON.parse(turn.row.notes) as string[];
  if (notes.includes(sentence) || notes.length >= 50) return;
  turn.row.notes = JSON.stringify([...notes, sentence]);
  turn.rowChanged();
}

function describeIncomplete(reason: string): string {
  switch (reason) {
    case 'max_output_tokens':
      return 'The answer was ended at the limit for output tokens. Raise it in the set-up, then try again.';
    case 'content_filter':
      return "The answer was ended by the server's content filter.";
    case 'max_messages':
      return 'The server ended the answer after as many rounds of calls as it allows. Send a prompt to go on.';
    default:
      return `The server ended the answer before it was whole${reason === '' ? '' : `: ${reason}`}.`;
  }
}

/** Somebody stopped it, the program ends, or something failed: what came until then stays. */
function endEarly(turn: LiveTurn, reason: unknown): void {
  const { row } = turn;
  const asked = reason === 'stopped' || reason === 'interrupted' ? reason : undefined;
  row.state = asked ?? 'failed';
  if (asked === undefined) row.error = JSON.stringify(describeFailure(reason));
  for (const item of turn.items) {
    if (item.state === 'streaming') {
      item.state = 'incomplete';
      turn.index(item.text);
      turn.changed(item);
    }
    if (!isUnsettled(item)) continue;
    stopCall(item, explainUnsettled(item), asked ?? 'stopped');
    turn.changed(item);
  }
}

/** Own calls that had begun were awaited: what is left of those did not run. */
export function explainUnsettled({ facts, state }: Pick<LiveItem, 'facts' | 'state'>): string {
  if (facts.by === 'hosted' && state === 'running') {
    return "It was left while the model's server carried it out: it may or may not have run. Activity shows whether it did.";
  }
  return 'The turn ended before it began, so nothing was run.';
}
