import { connectionFailure } from './connection-failure.ts';

/** The one call through which anything is asked of a model's server. */
export type ServerFetch = (url: string, init: RequestInit) => Promise<Response>;

/** What of the library's headers is sent: neither what it tells about this machine nor what the environment adds. */
const sentHeaders = ['accept', 'authorization', 'content-type', 'openai-organization', 'openai-project'];
const mostBytes = 64 * 1024 * 1024;
const mostErrorBytes = 64 * 1024;

/**
 * Reaches the server of one base URL and no other. No redirect is followed, since the key would go with it, and replies
 * are read up to 64 MiB, those that tell of an error up to 64 KiB.
 */
export function createServerFetch(baseUrl: string): ServerFetch {
  const { origin } = new URL(baseUrl);
  return async (address, init) => {
    const url = new URL(address);
    if (url.origin !== origin) throw new Error('Only the server of the connection may be asked.');
    const given = new Headers(init.headers);
    const headers = new Headers(
      sentHeaders.flatMap((name) => {
        const value = given.get(name);
        return value === null ? [] : [[name, value] as [string, string]];
      }),
    );
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw connectionFailure('redirected', describeRedirect(response.headers.get('location'), url), {
        status: response.status,
      });
    }
    if (response.body === null) return response;
    const { status, statusText, headers: received } = response;
    const body = response.body.pipeThrough(limitBytes(response.ok ? mostBytes : mostErrorBytes));
    return new Response(body, { status, statusText, headers: received });
  };
}

function describeRedirect(location: string | null, url: URL): string {
  const target = location !== null && URL.canParse(location, url.href) ? new URL(location, url).origin : undefined;
  const where = target === undefined || target === url.origin ? 'another address' : target;
  return `The server sends requests on to ${where}, where the key is not taken. Give the address that answers itself as base URL.`;
}

function limitBytes(most: number): TransformStream<Uint8Array, Uint8Array> {
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read <= most) controller.enqueue(chunk);
      else controller.error(connectionFailure('too-large', `The server sent more than ${most / 1024 / 1024} MiB.`));
    },
  });
}
