import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request was made for this very server by nobody's page or by its own. The port is part of it: a page of
 * another program on this machine is as foreign as any, and a name that was pointed here (DNS rebinding) is not ours.
 */
export function isOwnRequest({ host, origin }: IncomingHttpHeaders, port: number): boolean {
  const isOwnHost = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  return isOwnHost && (origin === undefined || origin === `http://${host}`);
}
