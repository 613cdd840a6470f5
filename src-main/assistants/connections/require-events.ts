import { connectionFailure } from './connection-failure.ts';

/** The body of a reply that streams events. It ends with the signal, even where the server keeps on sending nothing. */
export function requireEvents(response: Response, name: string, ended: AbortSignal): AsyncIterable<Uint8Array> {
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const { status } = response;
  if (type === 'text/event-stream' && response.body !== null) return readUntil(response.body, ended);
  void response.body?.cancel().catch(() => undefined);
  const instead = type === 'text/html' ? 'a web page' : type === '' ? 'something without a type' : type;
  throw connectionFailure(
    'not-responses-api',
    `${name} answered with ${instead} instead of a stream of events. Check the base URL, which usually ends in /v1, and whether the server has the Responses API.`,
    { status },
  );
}

async function* readUntil(body: ReadableStream<Uint8Array>, ended: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const stop = (): void => void reader.cancel(ended.reason).catch(() => undefined);
  ended.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      ended.throwIfAborted();
      const { done, value } = await reader.read();
      ended.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    ended.removeEventListener('abort', stop);
    await reader.cancel().catch(() => undefined);
  }
}
