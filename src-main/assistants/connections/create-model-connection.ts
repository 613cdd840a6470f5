import type { OpenAI } from 'openai';
import { beginExchange, type Exchange } from './begin-exchange.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { createClient } from './create-client.ts';
import { explainFailure, explainUnreachable } from './explain-failure.ts';
import { explainStatus } from './explain-status.ts';
import type { ModelConnection, ReceivedEvent } from './model-connection.ts';
import { readEvents } from './read-events.ts';
import { readModels } from './read-models.ts';
import { requireEvents } from './require-events.ts';
import type { Patience } from './watch-silence.ts';

interface Needs {
  readonly patience: Patience;
  /** Epoch milliseconds with fractions. */
  readonly now: () => number;
}

export interface ServerConnection extends ModelConnection {
  /** The names of the server's models, by name. */
  listModels(signal: AbortSignal): Promise<string[]>;
}

/** A connection through the openai package. It asks once: whoever asks again does so knowingly. */
export function createModelConnection(target: ConnectionTarget, { patience, now }: Needs): ServerConnection {
  const { id, name, isOffline, baseUrl, model } = target;

  const ask = async (
    exchange: Exchange,
    { path, model: asked }: { readonly path: string; readonly model: string },
    request: (client: OpenAI) => Promise<Response>,
  ): Promise<{ readonly response: Response; readonly sentAt: number }> => {
    const { APIConnectionError, APIError } = await import('openai');
    const client = await createClient(target, exchange.key);
    const sentAt = now();
    try {
      return { response: await request(client), sentAt };
    } catch (error) {
      if (error instanceof APIConnectionError) throw explainFailure(error, target) ?? explainUnreachable(error, target);
      if (!(error instanceof APIError) || error.status === undefined) throw error;
      const {
        status,
        headers = new Headers(),
        error: body,
      } = error as { status: number; headers?: Headers; error: unknown };
      const text = body === undefined ? error.message : JSON.stringify(body);
      throw explainStatus({ status, headers, error: body, text }, { name, model: asked, url: baseUrl + path }, now());
    }
  };

  return {
    ...{ id, name, isOffline, baseUrl, model },
    async stream(body, signal) {
      const asked = body.model === undefined || body.model === '' ? model : body.model;
      const wanted = { ...body, model: asked, stream: true as const };
      const exchange = beginExchange(target, patience, signal);
      const { ended: ends, heard } = exchange;
      try {
        const { response, sentAt } = await ask(exchange, { path: '/responses', model: asked }, (client) =>
          client.responses.create(wanted, { signal: ends }).asResponse(),
        );
        const requestId = response.headers.get('x-request-id') ?? response.headers.get('apim-request-id');
        return {
          ...{ status: response.status, sentAt },
          ...(requestId !== null && { requestId }),
          events: explainedBy(exchange, readEvents(requireEvents(response, name, ends), { heard, now, ended: ends })),
        };
      } catch (error) {
        throw exchange.explain(error);
      }
    },
    async listModels(signal) {
      const exchange = beginExchange(target, patience, signal);
      try {
        const { response } = await ask(exchange, { path: '/models', model: '' }, (client) =>
          client.models.list({ signal: exchange.ended }).asResponse(),
        );
        return readModels(await response.text(), name);
      } catch (error) {
        throw exchange.explain(error);
      } finally {
        exchange.finish();
      }
    },
  };
}

async function* explainedBy(exchange: Exchange, events: AsyncIterable<ReceivedEvent>): AsyncGenerator<ReceivedEvent> {
  try {
    yield* events;
  } catch (error) {
    throw exchange.explain(error);
  } finally {
    exchange.finish();
  }
}
