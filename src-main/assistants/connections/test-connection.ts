import type { ConnectionTestResult } from '../../../src-shared/api/connections.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import type { AppError } from '../../../src-shared/errors/app-error.ts';
import { isConnectionFailure } from './connection-failure.ts';
import type { ModelConnection, ReceivedEvent } from './model-connection.ts';

const request = { input: 'Answer with one word: ready.', max_output_tokens: 16, store: false, stream: true } as const;

/** Asks the server for one word, once, and tells what came of it. `now` in epoch milliseconds with fractions. */
export async function testConnection(
  connection: ModelConnection,
  now: () => number,
  signal: AbortSignal,
): Promise<ConnectionTestResult> {
  // Replaced once the request goes out: what is loaded before is no time of the server's.
  let startedAt = now();
  const at = toTimestamp(Math.floor(startedAt));
  const since = (moment: number): number => Math.round(moment - startedAt);
  let first: ReceivedEvent | undefined;
  let last: ReceivedEvent | undefined;
  let requestId: string | undefined;
  try {
    const stream = await connection.stream({ ...request, model: connection.model }, signal);
    requestId = stream.requestId;
    startedAt = stream.sentAt ?? startedAt;
    for await (const received of stream.events) {
      first ??= received;
      last = received;
    }
  } catch (error) {
    if (!isConnectionFailure(error)) throw error;
    return {
      works: false,
      at,
      message: error.message,
      total: since(now()),
      ...readTechnical(error),
      ...readId(requestId),
    };
  }
  const model = readModel(last);
  return {
    ...{ works: true, at, total: since(now()), ...readId(requestId) },
    message: `${model ?? 'The server'} answered.`,
    ...(first !== undefined && { firstEvent: since(first.receivedAt) }),
    ...(model !== undefined && { model }),
  };
}

function readModel(last: ReceivedEvent | undefined): string | undefined {
  const event = last?.event;
  if (event?.type !== 'response.completed' && event?.type !== 'response.incomplete') return undefined;
  const { model } = event.response as { model?: unknown };
  return typeof model === 'string' && model !== '' ? model.slice(0, 200) : undefined;
}

function readId(requestId: string | undefined): { requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}

function readTechnical({ details }: AppError): { technical?: string } {
  const { technical } = details;
  return typeof technical === 'string' ? { technical } : {};
}
