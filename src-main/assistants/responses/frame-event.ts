import type { ResponseStreamEvent } from 'openai/resources/responses/responses';

/** An event as it travels in a stream of server-sent events. */
export function frameEvent(event: ResponseStreamEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
