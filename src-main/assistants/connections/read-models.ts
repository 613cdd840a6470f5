import { z } from 'zod';
import { connectionFailure } from './connection-failure.ts';

const list = z.looseObject({ data: z.array(z.looseObject({ id: z.string().min(1).max(300) })) });

/** The names in an answer of GET /models, by name, each once. */
export function readModels(text: string, name: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const found = list.safeParse(value);
  if (!found.success) {
    const sentence = `${name} lists no models as the API of OpenAI does. Check the base URL, or type the model's name.`;
    throw connectionFailure('not-responses-api', sentence, { technical: text.slice(0, 500) });
  }
  const names = new Set(found.data.data.map((entry) => entry.id));
  return [...names].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
