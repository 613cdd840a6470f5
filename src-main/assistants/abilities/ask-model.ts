import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ModelConnection } from '../connections/model-connection.ts';
import type { FilledPrompt } from './fill-prompt.ts';

interface Question extends FilledPrompt {
  /** Empty: the connection's own. */
  readonly model: string;
  readonly mostTokens: number;
  readonly seconds: number;
  /** Holds the answer to JSON of this schema, where the server knows how to. */
  readonly schema: Record<string, unknown> | undefined;
  readonly signal: AbortSignal;
  readonly onText?: ((delta: string) => void) | undefined;
}

interface Answered {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Characters, whatever a server counts as a token. */
const longestAnswer = 250_000;

/** Asks a model once, without tools. Throws a sentence when it takes too long, breaks off or declines. */
export async function askModel(connection: ModelConnection, question: Question): Promise<Answered> {
  const { instructions, prompt, model, mostTokens, seconds, schema, signal, onText } = question;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(tooSlow(connection.name, seconds)), seconds * 1000);
  const answer = createAnswer(connection.name, mostTokens, onText);
  try {
    const { events } = await connection.stream(
      {
        ...{ model: model === '' ? connection.model : model, instructions, stream: true, store: false },
        input: [{ role: 'user', content: prompt }],
        max_output_tokens: mostTokens,
        ...(schema && { text: { format: { type: 'json_schema', name: 'answer', strict: true, schema } } }),
      },
      AbortSignal.any([signal, late.signal]),
    );
    for await (const { event } of events) answer.take(event);
    return answer.end();
  } catch (error) {
    if (signal.aborted) throw stopped();
    throw late.signal.aborted ? late.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

function createAnswer(name: string, mostTokens: number, onText: Question['onText']) {
  let text = '';
  let refusal = '';
  let isWhole = false;
  let usage = { inputTokens: 0, outputTokens: 0 };

  const add = (delta: string): void => {
    text += delta;
    if (text.length > longestAnswer) {
      throw new AppError(
        'too_large',
        `${name} answered with more than ${longestAnswer.toLocaleString('en-US')} characters.`,
      );
    }
    onText?.(delta);
  };

  return {
    take(event: ResponseStreamEvent): void {
      switch (event.type) {
        case 'response.output_text.delta':
          return add(event.delta);
        case 'response.refusal.delta':
          refusal += event.delta;
          return;
        case 'response.completed':
        case 'response.incomplete': {
          const { usage: used, incomplete_details: details } = event.response;
          usage = { inputTokens: used?.input_tokens ?? 0, outputTokens: used?.output_tokens ?? 0 };
          isWhole = event.type === 'response.completed';
          if (!isWhole) throw cutOff(name, details?.reason, mostTokens);
          return;
        }
        default:
          return;
      }
    },
    end(): Answered {
      if (text === '' && refusal !== '') {
        throw new AppError('conflict', `${name} declined to answer: ${refusal.slice(0, 300)}`);
      }
      if (!isWhole) throw new AppError('conflict', `${name} ended its answer before it was whole. Try again.`);
      return { text, ...usage };
    },
  };
}

function cutOff(name: string, reason: string | undefined, mostTokens: number): AppError {
  const message =
    reason === 'max_output_tokens'
      ? `The answer of ${name} did not fit into ${mostTokens.toLocaleString('en-US')} tokens. Raise the ability's limit, or ask for less.`
      : `${name} broke its answer off (${reason ?? 'no reason was given'}). Try again.`;
  return new AppError('conflict', message);
}

function tooSlow(name: string, seconds: number): AppError {
  const message = `${name} did not answer within ${seconds} seconds, so nothing was done. Try again, or give the ability more time.`;
  return new AppError('busy', message);
}

function stopped(): AppError {
  return new AppError('conflict', 'The ability was stopped before the model had answered. Nothing was done.');
}
