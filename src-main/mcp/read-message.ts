import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonContentType } from '@modelcontextprotocol/server';
import { refuse } from './framing.ts';
import { errorCodes, isRecord } from './messages.ts';
import { readBody } from './read-body.ts';

/** Far more than any request needs; JSON.parse itself has no bound, and what comes after it calls itself for each level. */
const maximumDepth = 100;

/** The parsed body of a POST; undefined when it was refused and already answered, or when the client went away. */
export async function readMessage(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = request.headers;
  if (!isJsonContentType(type)) {
    refuse(response, 415, errorCodes.refused, 'Send the request as Content-Type: application/json.');
    return undefined;
  }
  if (encoding !== 'identity') {
    refuse(response, 415, errorCodes.refused, 'Send the request body as it is, without Content-Encoding.');
    return undefined;
  }
  const body = await readBody(request);
  if (body === 'aborted') return undefined;
  if (body === 'too-large') {
    const message = 'The request body is larger than 4 MiB. Send less in one call.';
    refuse(response, 413, errorCodes.refused, message, { connection: 'close' });
    return undefined;
  }
  const message = isUtf8(body) ? parseJson(body.toString('utf8')) : undefined;
  if (message === undefined) {
    refuse(response, 400, errorCodes.parse, 'Parse error: the request body is not valid JSON in UTF-8.');
    return undefined;
  }
  const fault = findFault(message);
  if (fault !== undefined) {
    refuse(response, 400, errorCodes.invalidRequest, fault);
    return undefined;
  }
  return message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What the SDK would stumble over instead of refusing. */
function findFault(message: unknown): string | undefined {
  if (isDeeperThan(message, maximumDepth))
    return `The request is nested deeper than ${maximumDepth} levels. Flatten it.`;
  if (!Array.isArray(message)) return undefined;
  const ids = message.filter(isRecord).flatMap(({ id }) => (id === undefined ? [] : [JSON.stringify(id)]));
  if (new Set(ids).size === ids.length) return undefined;
  return 'Two requests of the batch have the same id, so their answers could not be told apart. Number them anew.';
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const part of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (isDeeperThan(part, levels - 1)) return true;
  }
  return false;
}
