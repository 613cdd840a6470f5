import type { OpenAI } from 'openai';
import type { ConnectionTarget } from './connection-target.ts';

/** Longer than any patience: the workbench says when it has waited for too long. */
const never = 24 * 60 * 60 * 1000;
/** The library wants some key; without one no header is sent. */
const noKey = 'none';

/** The library's client of one server. It takes nothing from the environment, asks once, and logs nothing. */
export async function createClient(target: ConnectionTarget, key: string): Promise<OpenAI> {
  // Loaded when it is first needed: the program starts without it.
  const { OpenAI } = await import('openai');
  return new OpenAI({
    apiKey: key === '' ? noKey : key,
    baseURL: target.baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    // Named one by one, because those of OPENAI_CUSTOM_HEADERS would take the place of the library's own.
    defaultHeaders: {
      authorization: key === '' ? null : `Bearer ${key}`,
      'openai-organization': target.organization ?? null,
      'openai-project': target.project ?? null,
    },
    maxRetries: 0,
    timeout: never,
    logLevel: 'off',
    fetch: (input, init) => target.fetch(input instanceof Request ? input.url : String(input), init ?? {}),
  });
}
