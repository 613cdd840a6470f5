import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { z } from 'zod';
import type { AppError } from '../../../src-shared/errors/app-error.ts';
import { connectionFailure, type FailureReason } from './connection-failure.ts';

const told = z.looseObject({ code: z.string().nullish().catch(null), message: z.string().nullish().catch(null) });
const failed = z.looseObject({ response: z.looseObject({ error: told.nullish() }) });

const reasons: Readonly<Record<string, FailureReason>> = {
  rate_limit_exceeded: 'rate-limited',
  insufficient_quota: 'no-credit',
  server_error: 'server-fault',
};

/** The failure that an event tells of; undefined for every other event. */
export function explainEvent(event: ResponseStreamEvent): AppError | undefined {
  if (event.type !== 'error' && event.type !== 'response.failed') return undefined;
  const error = event.type === 'error' ? told.parse(event) : failed.safeParse(event).data?.response.error;
  const code = error?.code ?? undefined;
  const words = error?.message?.trim() ?? '';
  const reason = reasons[code ?? ''] ?? 'refused';
  const said = words === '' ? 'It did not say why.' : `It says: ${words.slice(0, 500)}`;
  return connectionFailure(reason, `The server gave up on the answer. ${said}`, {
    code,
    technical: JSON.stringify(event).slice(0, 2000),
  });
}
