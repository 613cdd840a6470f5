import type { ResponseInputItem, Tool } from 'openai/resources/responses/responses';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ExchangeRow } from '../../db/repositories/exchange-repository.ts';
import type { Ports } from '../../ports.ts';
import { hideInError } from '../connections/hide-in-error.ts';
import type { ModelConnection, ReceivedEvent } from '../connections/model-connection.ts';
import type { HostedEndpoint } from '../hosted/reach-endpoint.ts';
import { buildTurnInput } from './build-input.ts';
import { buildRequest, hideSecrets, offerAsFunction, type RequestBody } from './build-request.ts';
import { describeFailure } from './describe-failure.ts';
import type { LiveTurn } from './live-turn.ts';
import { createOutputReader, type OutputEnd } from './read-output.ts';
import type { ConversationStore } from './store.ts';
import type { OpenTools } from './tool-access.ts';

export interface ExchangeNeeds {
  readonly connection: ModelConnection;
  readonly tools: OpenTools;
  /** What was said in the turns before. */
  readonly before: readonly ResponseInputItem[];
  readonly reach: (setup: ConversationSetup, connection: ModelConnection) => HostedEndpoint;
  /** Whether a model hands out its thoughts encrypted: learnt from what it refused. */
  readonly thoughts: { has(key: string): boolean; forget(key: string): void };
  readonly store: ConversationStore;
  readonly ports: Pick<Ports, 'now' | 'log'>;
  /** Runs what writes in one transaction. */
  readonly write: <T>(work: () => T) => T;
}

const mostEvents = 200_000;
const mostCharacters = 64_000_000;

/** One request to the model: what it answers becomes items of the turn. Throws when it does not answer to the end. */
export async function exchange(turn: LiveTurn, needs: ExchangeNeeds): Promise<OutputEnd> {
  const { setup } = turn;
  if (setup.toolLoop === 'workbench') {
    const { isOffline } = needs.connection;
    const tools = [...needs.tools.tools.values()].map((tool) => offerAsFunction(tool, isOffline));
    return request(turn, needs, tools, (text) => text);
  }
  const hosted = needs.reach(setup, needs.connection);
  try {
    return await request(turn, needs, [hosted.tool], hosted.hide);
  } catch (error) {
    throw error instanceof AppError ? hideInError(error, hosted.hide) : error;
  } finally {
    hosted.end();
  }
}

async function request(
  turn: LiveTurn,
  needs: ExchangeNeeds,
  tools: readonly Tool[],
  hide: (text: string) => string,
): Promise<OutputEnd> {
  const { connection, thoughts } = needs;
  const model = turn.setup.model.trim() === '' ? connection.model : turn.setup.model.trim();
  const key = `${connection.id} ${model}`;
  const asksThoughts = !connection.isOffline && thoughts.has(key);
  const body = buildRequest({ setup: turn.setup, model, tools, thoughts: asksThoughts });
  try {
    return await send(turn, needs, body, hide);
  } catch (error) {
    // Models that do not reason refuse to be asked for thoughts. The request that failed stays to be seen.
    if (!asksThoughts || !isAboutThoughts(error)) throw error;
    thoughts.forget(key);
    return send(turn, needs, { ...buildRequest({ setup: turn.setup, model, tools, thoughts: false }) }, hide);
  }
}

function isAboutThoughts(error: unknown): boolean {
  if (!(error instanceof AppError) || error.details['status'] !== 400) return false;
  return /encrypted[_ ]content|'include|"include"/i.test(`${error.message} ${String(error.details['technical'])}`);
}

async function send(
  turn: LiveTurn,
  { connection, before, store, ports, write }: ExchangeNeeds,
  blank: RequestBody,
  hide: (text: string) => string,
): Promise<OutputEnd> {
  const { row, stop } = turn;
  const number = row.exchanges + 1;
  row.exchanges = number;
  turn.rowChanged();
  turn.flush();
  const startedAt = ports.now();
  const url = `${connection.baseUrl}/responses`;
  const request = JSON.stringify(hideSecrets(blank));
  const head = { turnId: row.id, number, url, startedAt };
  const id = write(() => store.exchanges.insert(head, request));
  const record: { -readonly [K in keyof ExchangeRow]: ExchangeRow[K] } = {
    ...{ id, ...head, status: null, firstEventMs: null, endedMs: null, events: 0, serverRequestId: null, error: null },
  };
  const own = buildTurnInput({ prompt: row.prompt, setup: turn.setup, items: turn.items }, turn.setup, number);
  const body: RequestBody = { ...blank, input: [...before, ...own] };
  const reader = createOutputReader(turn, number, hide);
  let characters = 0;

  const take = (received: ReceivedEvent): void => {
    const { event, text, receivedAt } = received;
    const atMs = Math.max(0, receivedAt - startedAt);
    record.firstEventMs ??= atMs;
    record.events += 1;
    characters += text.length;
    if (record.events > mostEvents || characters > mostCharacters) {
      throw new AppError('too_large', 'The server sent more than one answer may have, and was stopped.');
    }
    turn.record({ exchangeId: id, number: record.events, atMs, type: event.type, text: hide(text) });
    if (row.firstTokenMs === null && event.type.endsWith('.delta')) {
      row.firstTokenMs = Math.max(0, receivedAt - row.startedAt);
      turn.rowChanged();
    }
    reader.apply(received);
  };

  try {
    const stream = await connection.stream(body, stop.signal);
    record.status = stream.status;
    record.serverRequestId = stream.requestId ?? null;
    for await (const received of stream.events) take(received);
    stop.signal.throwIfAborted();
    const end = reader.end();
    if (end === undefined) {
      throw new AppError('connection_failed', 'The answer broke off before it was whole. Try again.');
    }
    countTokens(turn, end);
    return end;
  } catch (error) {
    if (!stop.signal.aborted) {
      const status = error instanceof AppError ? error.details['status'] : undefined;
      if (typeof status === 'number') record.status ??= status;
      record.error = hide(JSON.stringify(describeFailure(error)));
    }
    throw error;
  } finally {
    record.endedMs = ports.now() - startedAt;
    turn.exchangeChanged({ ...record });
    turn.rowChanged();
    turn.flush();
  }
}

function countTokens({ row }: LiveTurn, { usage }: OutputEnd): void {
  const count = (value: unknown): number => (typeof value === 'number' && value >= 0 ? Math.round(value) : 0);
  // Other servers leave the details out.
  const input = usage?.input_tokens_details as { cached_tokens?: unknown } | undefined;
  const output = usage?.output_tokens_details as { reasoning_tokens?: unknown } | undefined;
  row.inputTokens += count(usage?.input_tokens);
  row.cachedTokens += count(input?.cached_tokens);
  row.outputTokens += count(usage?.output_tokens);
  row.reasoningTokens += count(output?.reasoning_tokens);
}
