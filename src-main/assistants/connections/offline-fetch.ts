import type { Log } from '../../ports.ts';
import { apiError, describeApiFailure, fault } from '../responses/api-error.ts';
import type { PreparedResponse, Responses } from '../responses/create-responses.ts';
import { frameEvent } from '../responses/frame-event.ts';
import { listModels } from '../responses/models.ts';
import type { ServerFetch } from './server-fetch.ts';

interface Needs {
  readonly responses: Pick<Responses, 'prepare'>;
  /** The public door's, by which hosted tools reach this workbench. */
  readonly origin: () => string;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** Whose responses these are: nobody's key finds them. */
const owner = 'workbench';

/** The offline model's server for this process alone: the same requests and the same bytes, and no socket. */
export function createOfflineFetch({ responses, origin, log, startedAt }: Needs): ServerFetch {
  const answer = async (path: string, init: RequestInit): Promise<Response> => {
    if (path.endsWith('/models')) return Response.json(listModels(startedAt));
    if (!path.endsWith('/responses') || typeof init.body !== 'string') throw apiError(404, `Invalid URL (${path})`);
    const prepared = responses.prepare(JSON.parse(init.body), { owner, origin: origin() });
    if (prepared.stream) return streamEvents(prepared, init.signal, log);
    return Response.json(await prepared.run(() => undefined, init.signal ?? new AbortController().signal));
  };
  return async (url, init) => {
    try {
      return await answer(new URL(url).pathname, init);
    } catch (error) {
      init.signal?.throwIfAborted();
      const failure = describeApiFailure(error);
      if (failure === undefined) log.error('A request to the offline model failed unexpectedly.', { error });
      const { status, body } = failure ?? { status: 500, body: fault };
      return Response.json({ error: body }, { status });
    }
  };
}

function streamEvents(prepared: PreparedResponse, signal: AbortSignal | null | undefined, log: Log): Response {
  const gone = new AbortController();
  const ended = AbortSignal.any([gone.signal, ...(signal ? [signal] : [])]);
  const bytes = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      ended.addEventListener('abort', () => controller.error(ended.reason), { once: true });
      const close = (): void => {
        if (!ended.aborted) controller.close();
      };
      prepared
        .run((event) => {
          if (!ended.aborted) controller.enqueue(bytes.encode(frameEvent(event)));
        }, ended)
        .then(close, (error: unknown) => {
          // What was expected has been told as an event.
          if (!ended.aborted && describeApiFailure(error) === undefined) {
            log.error('A response of the offline model failed unexpectedly.', { error });
          }
          close();
        });
    },
    cancel: () => gone.abort(),
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
}
