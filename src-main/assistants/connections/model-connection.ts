import type { ResponseCreateParamsStreaming, ResponseStreamEvent } from 'openai/resources/responses/responses';

/** An event as the server sent it, and when. */
export interface ReceivedEvent {
  readonly event: ResponseStreamEvent;
  /** The JSON text that came. */
  readonly text: string;
  /** Epoch milliseconds with fractions. */
  readonly receivedAt: number;
}

export interface ModelStream {
  /** The HTTP status, and the server's own id of the request when it says one. */
  readonly status: number;
  readonly requestId?: string;
  /** When the request went out, as epoch milliseconds with fractions; absent where none did. */
  readonly sentAt?: number;
  readonly events: AsyncIterable<ReceivedEvent>;
}

/**
 * A way to one server of the Responses API. Every failure is thrown as an `AppError` with the code `connection_failed` and
 * a message for people, by `stream` or while its events come; its `details` have a `reason`, and the server's own `code`,
 * `status` and `technical` text, where there are any. Nothing thrown and nothing logged holds the key.
 */
export interface ModelConnection {
  readonly id: string;
  readonly name: string;
  readonly isOffline: boolean;
  /** Without the `/responses` at its end. */
  readonly baseUrl: string;
  /** What it uses when a request names no model. */
  readonly model: string;
  /**
   * Sends one request, once. Ends with the signal, whatever the server does, by throwing the signal's reason. The events end
   * after `response.completed` or `response.incomplete`; an event that tells of a failure is given, and then thrown.
   */
  stream(body: ResponseCreateParamsStreaming, signal: AbortSignal): Promise<ModelStream>;
}
