/** The most that is read of one reply, in bytes. */
const mostBytes = 16 * 1024 * 1024;

export interface GuardedFetch {
  readonly fetch: (url: string | URL, init?: RequestInit) => Promise<Response>;
  /** The status of the latest reply; undefined before there was one. */
  readonly lastStatus: () => number | undefined;
}

/** Reaches one address and no other: no redirect is followed, and no reply is read beyond its bound. */
export function createGuardedFetch(address: URL): GuardedFetch {
  let status: number | undefined;
  return {
    lastStatus: () => status,
    async fetch(url, init) {
      if (new URL(url).href !== address.href) throw new Error('Only the address that was allowed may be reached.');
      const response = await fetch(address, { ...init, redirect: 'manual' });
      status = response.status;
      if (response.status >= 300 && response.status < 400) {
        await response.body?.cancel();
        throw new Error('The server answered with a redirect, and none is followed: give its final address.');
      }
      if (response.body === null) return response;
      const { status: code, statusText, headers } = response;
      return new Response(response.body.pipeThrough(limitBytes()), { status: code, statusText, headers });
    },
  };
}

function limitBytes(): TransformStream<Uint8Array, Uint8Array> {
  let read = 0;
  return new TransformStream({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > mostBytes) controller.error(new Error('The reply is larger than 16 MiB.'));
      else controller.enqueue(chunk);
    },
  });
}
