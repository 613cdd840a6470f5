import { z } from 'zod';
import type { AppError } from '../../../src-shared/errors/app-error.ts';
import { connectionFailure, type FailureReason } from './connection-failure.ts';

/** A reply that is no success: its body is read already. */
export interface FailedReply {
  readonly status: number;
  readonly headers: Headers;
  /** What stood in the body under `error`, or the body itself when it is no JSON. */
  readonly error: unknown;
  readonly text: string;
}

interface Asked {
  readonly name: string;
  readonly model: string;
  readonly url: string;
}

/** OpenAI's form; others send a text, or put it under `detail`. */
const errorBody = z.preprocess(
  (value) => (typeof value === 'string' ? { message: value } : value),
  z.looseObject({
    message: z.string().nullish().catch(null),
    detail: z.string().nullish().catch(null),
    code: z.union([z.string(), z.number()]).nullish().catch(null),
    param: z.string().nullish().catch(null),
  }),
);

/** What a status of failure means, as a sentence that says what to do. `now` in epoch milliseconds. */
export function explainStatus(reply: FailedReply, { name, model, url }: Asked, now: number): AppError {
  const { status, headers, text } = reply;
  const body = errorBody.safeParse(reply.error).data;
  const code = body?.code === null || body?.code === undefined ? undefined : String(body.code);
  const words = (body?.message ?? body?.detail)?.trim().slice(0, 500) ?? '';
  const says = words === '' ? '' : ` It says: ${words}`;
  const retryAfter = readRetryAfter(headers, now);
  const fail = (reason: FailureReason, message: string): AppError =>
    connectionFailure(reason, message, { status, code, technical: text.slice(0, 2000), retryAfter });

  if (status === 401)
    return fail('key-refused', `${name} refuses the key. Enter one that is valid for this server.${says}`);
  if (isAboutModel(status, code, body?.param, words)) {
    return fail(
      'no-such-model',
      `${name} has no model "${model}" for this key. List its models and choose one of them.`,
    );
  }
  if (status === 403) {
    return fail('not-permitted', `${name} does not allow this key to do that. Check the key's permissions.${says}`);
  }
  if (status === 404 || status === 405) {
    const where = `There is no Responses API at ${url} (status ${status}).`;
    return fail(
      'not-responses-api',
      `${where} Check the base URL, which usually ends in /v1, and whether the server has that API.`,
    );
  }
  if (status === 429 && (code === 'insufficient_quota' || /\b(quota|credit|billing)\b/i.test(words))) {
    return fail('no-credit', `${name} says that the credit or the budget of this key is used up.${says}`);
  }
  if (status === 429) {
    return fail('rate-limited', `${name} is asked too often, or for too much at a time. ${when(retryAfter)}${says}`);
  }
  if (status === 408 || status === 504)
    return fail('timeout', `${name} did not finish in time (status ${status}). Try again.${says}`);
  if (status >= 500) {
    const later =
      retryAfter === undefined ? 'Try again; if it stays, look at the log of that server.' : when(retryAfter);
    return fail('server-fault', `${name} has a fault of its own (status ${status}). ${later}${says}`);
  }
  return fail('refused', `${name} refuses the request (status ${status}).${says}`);
}

function isAboutModel(
  status: number,
  code: string | undefined,
  param: string | null | undefined,
  words: string,
): boolean {
  if (code === 'model_not_found' || code === 'DeploymentNotFound') return true;
  if (status !== 400 && status !== 404) return false;
  if (param === 'model' && /not|unknown|invalid|exist/i.test(words)) return true;
  return /\b(model|deployment)\b.*\b(not found|does not exist|not exist|unknown)\b/i.test(words);
}

function when(retryAfter: number | undefined): string {
  if (retryAfter === undefined) return 'Wait a little and try again.';
  const seconds = Math.max(1, Math.ceil(retryAfter));
  return `Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`;
}

/** Seconds or a date (RFC 9110, section 10.2.3). At most a day is believed. */
function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 86_400) : undefined;
}
