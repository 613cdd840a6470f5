import { performance } from 'node:perf_hooks';
import type { ApprovalGrantRow } from '../../db/repositories/approval-grant-repository.ts';
import { findPermission } from './approvals.ts';
import { errorText } from './error-text.ts';
import type { LiveItem, LiveTurn } from './live-turn.ts';
import type { CallResult, OpenTools } from './tool-access.ts';

interface Needs {
  readonly open: () => OpenTools;
  readonly grants: () => readonly ApprovalGrantRow[];
  /** Told of a call that is left to end by itself. */
  readonly left: (call: Promise<unknown>) => void;
}

/**
 * Decides about the calls that have come, and carries out those that may run, one after the other in the model's order.
 * Calls that are approved meanwhile run as well. Returns when the rest waits for a person.
 */
export async function settleCalls(turn: LiveTurn, { open, grants, left }: Needs): Promise<void> {
  decideCalls(turn, open, grants);
  for (;;) {
    turn.stop.signal.throwIfAborted();
    const next = turn.items.find(isReady);
    if (next === undefined) return turn.flush();
    await runCall(turn, next, open(), left);
  }
}

const isOwn = (item: LiveItem): boolean => item.kind === 'call' && item.facts.by === 'workbench';

/** Allowed, and not carried out yet. */
function isReady(item: LiveItem): boolean {
  return isOwn(item) && item.facts.decision !== undefined && (item.state === 'arguments' || item.state === 'running');
}

function decideCalls(turn: LiveTurn, open: () => OpenTools, grants: () => readonly ApprovalGrantRow[]): void {
  for (const item of turn.items) {
    if (item.kind !== 'call' || item.facts.decision !== undefined) continue;
    if (item.facts.by === 'hosted') {
      if (item.state === 'waiting') permitHosted(turn, item, open(), grants());
      continue;
    }
    if (item.state !== 'arguments') continue;
    const { endpointId, tools } = open();
    const tool = tools.get(item.facts.tool ?? '');
    if (tool !== undefined) item.facts = { ...item.facts, title: tool.title, effect: tool.effect };
    if (!isJson(item.text)) {
      refuse(turn, item);
      continue;
    }
    // A name that is not offered runs nothing: the call says so by itself.
    const permission =
      tool === undefined
        ? 'policy'
        : findPermission(turn.setup.askBefore, grants(), { endpointId, tool: tool.name, effect: tool.effect });
    if (permission === undefined) item.state = 'waiting';
    else item.facts = { ...item.facts, decision: permission };
    turn.changed(item);
  }
}

/** What the server asks about may have been allowed before; its own rule has said already what needs no asking. */
function permitHosted(
  turn: LiveTurn,
  item: LiveItem,
  { endpointId, tools }: OpenTools,
  grants: readonly ApprovalGrantRow[],
): void {
  const tool = tools.get(item.facts.tool ?? '');
  if (tool === undefined) return;
  const { name, effect, title } = tool;
  item.facts = { ...item.facts, title, effect };
  if (findPermission('every-call', grants, { endpointId, tool: name, effect }) !== undefined) {
    item.facts = { ...item.facts, decision: 'remembered' };
    item.state = 'running';
  }
  turn.changed(item);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text === '' ? '{}' : text);
    return true;
  } catch {
    return false;
  }
}

function refuse(turn: LiveTurn, item: LiveItem): void {
  const message = 'The arguments are no JSON, so nothing was run. Call the tool again with one JSON object.';
  item.state = 'failed';
  item.result = errorText('invalid_arguments', message);
  item.facts = { ...item.facts, error: { code: 'invalid_arguments', message } };
  turn.changed(item);
}

async function runCall(turn: LiveTurn, item: LiveItem, tools: OpenTools, left: Needs['left']): Promise<void> {
  const { signal } = turn.stop;
  item.state = 'running';
  turn.changed(item);
  // Before the call begins it is on disk that it does: whoever looks after a crash knows what to look for.
  turn.flush();
  const started = performance.now();
  const input = JSON.parse(item.text === '' ? '{}' : item.text) as unknown;
  const running = tools.call(item.facts.tool ?? '', input, { itemId: item.id, signal });
  // What only reads is left behind; what writes is awaited, so that what is said of it is true.
  const mayLeave = item.facts.effect === 'read';
  const result = await (mayLeave ? Promise.race([running, untilAborted(signal)]) : running);
  turn.row.toolsMs += performance.now() - started;
  turn.rowChanged();
  if (result === undefined) {
    left(running);
    stopCall(item, 'It was stopped while it ran. It only reads, so nothing was changed.', stateAfter(signal));
  } else {
    takeResult(item, result);
    // What waited for something before it wrote was given up, and says so itself.
    if (signal.aborted && result.error !== undefined) stopCall(item, result.error.message, stateAfter(signal));
    turn.index(result.text);
  }
  turn.changed(item);
  turn.flush();
}

/** In characters. A model takes far less; what is beyond it is in the activity log. */
const longestResult = 16_000_000;

function tellTooLong(length: number): string {
  return `The call was made. Its result has ${length} characters, which is more than a conversation takes: ask for less.`;
}

const stateAfter = (signal: AbortSignal) => (signal.reason === 'interrupted' ? 'interrupted' : 'stopped');

export function takeResult(item: LiveItem, result: CallResult): void {
  const { callId, milliseconds, changed } = result;
  const tooLong = result.text.length > longestResult ? 'too_large' : undefined;
  const error = tooLong === undefined ? result.error : { code: tooLong, message: tellTooLong(result.text.length) };
  item.state = error === undefined ? 'done' : 'failed';
  item.result = tooLong === undefined ? result.text : errorText(tooLong, tellTooLong(result.text.length));
  item.facts = {
    ...item.facts,
    ...(error !== undefined && { error }),
    ...(callId !== undefined && { callId }),
    ...(milliseconds !== undefined && { milliseconds }),
    ...(changed !== undefined && { changed }),
  };
}

export function stopCall(item: LiveItem, message: string, state: 'stopped' | 'interrupted' = 'stopped'): void {
  item.state = state;
  item.result = errorText(state, message);
  item.facts = { ...item.facts, error: { code: state, message } };
}

function untilAborted(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
}
