import { connectionFailure } from './connection-failure.ts';
import { explainEvent } from './explain-event.ts';
import type { ReceivedEvent } from './model-connection.ts';
import { parseEvent } from './parse-event.ts';
import { readSse } from './read-sse.ts';

interface Reading {
  /** Told of everything that comes. */
  readonly heard: () => void;
  /** Epoch milliseconds with fractions. */
  readonly now: () => number;
  readonly ended: AbortSignal;
}

const lastEvents = new Set(['response.completed', 'response.incomplete']);

/** The events of one response up to its last. An event that tells of a failure is given, and then thrown. */
export async function* readEvents(
  body: AsyncIterable<Uint8Array>,
  { heard, now, ended }: Reading,
): AsyncGenerator<ReceivedEvent> {
  let count = 0;
  for await (const text of readSse(listen(body, heard))) {
    // What has come in one piece with what somebody stopped at.
    ended.throwIfAborted();
    if (text === '[DONE]') continue;
    const receivedAt = now();
    const event = parseEvent(text);
    count += 1;
    yield { event, text, receivedAt };
    const failure = explainEvent(event);
    if (failure !== undefined) throw failure;
    if (lastEvents.has(event.type)) return;
  }
  const message =
    count === 0
      ? 'The server ended the answer before it began. Try again.'
      : 'The answer broke off: the server ended it before it was whole. Try again.';
  throw connectionFailure('cut', message);
}

async function* listen(body: AsyncIterable<Uint8Array>, heard: () => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of body) {
    heard();
    yield bytes;
  }
}
