import { CLIENT_INFO_META_KEY } from '@modelcontextprotocol/server';
import { isRecord } from './messages.ts';

const maximumLength = 200;

/** What the client calls itself: in `initialize`, in the newer era's envelope, or else in its User-Agent. */
export function readClientName(body: unknown, userAgent: string | undefined): string {
  const params = isRecord(body) && isRecord(body['params']) ? body['params'] : {};
  const meta = isRecord(params['_meta']) ? params['_meta'] : {};
  const info = params['clientInfo'] ?? meta[CLIENT_INFO_META_KEY];
  const named = isRecord(info) && typeof info['name'] === 'string';
  const version = named && typeof info['version'] === 'string' ? ` ${info['version']}` : '';
  return (named ? `${String(info['name'])}${version}` : (userAgent ?? 'unknown')).slice(0, maximumLength);
}
