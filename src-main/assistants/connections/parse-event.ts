import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { z } from 'zod';
import { connectionFailure } from './connection-failure.ts';

const response = z.looseObject({ id: z.string(), output: z.array(z.looseObject({ type: z.string() })) });
const whole = z.looseObject({ response });
const ended = z.looseObject({ response: response.extend({ usage: z.looseObject({}).nullish() }) });
const place = z.looseObject({ output_index: z.int().min(0) });
const item = place.extend({ item: z.looseObject({ type: z.string() }) });
const delta = place.extend({ item_id: z.string(), delta: z.string() });

/** What is relied upon of each kind of event. A kind that is not named here may be anything. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  'response.created': whole,
  'response.in_progress': whole,
  'response.completed': ended,
  'response.incomplete': ended,
  'response.failed': z.looseObject({ response: z.looseObject({}) }),
  'response.output_item.added': item,
  'response.output_item.done': item,
  'response.output_text.delta': delta,
  'response.output_text.done': place.extend({ item_id: z.string(), text: z.string() }),
  'response.refusal.delta': delta,
  'response.reasoning_summary_text.delta': delta,
  'response.reasoning_text.delta': delta,
  'response.function_call_arguments.delta': delta,
  'response.function_call_arguments.done': place.extend({ item_id: z.string(), arguments: z.string() }),
  'response.mcp_call_arguments.delta': delta,
};

const anyEvent = z.looseObject({ type: z.string().min(1).max(200) });
/** How some servers tell of an error in the middle of a stream. */
const bareError = z.looseObject({ error: z.looseObject({ message: z.string() }) });

const longestTechnical = 500;

/** An event of the Responses API. Throws where the text is none, or lacks what is relied upon. */
export function parseEvent(text: string): ResponseStreamEvent {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('an event that is no JSON', text);
  }
  const bare = bareError.safeParse(value);
  const { data: event } = anyEvent.safeParse(
    bare.success ? { type: 'error', ...bare.data.error, ...bare.data } : value,
  );
  if (event === undefined) throw malformed('an event without a type', text);
  const checked = shapes[event.type]?.safeParse(event);
  if (checked?.success === false) {
    const at = checked.error.issues[0]?.path.join('.') ?? '';
    throw malformed(`an event "${event.type}" whose "${at}" is not what the Responses API says`, text);
  }
  return event as unknown as ResponseStreamEvent;
}

function malformed(what: string, text: string): Error {
  const message = `The server sent ${what}. Try again; if it stays, this server does not speak the Responses API as it should.`;
  return connectionFailure('malformed', message, { technical: text.slice(0, longestTechnical) });
}
