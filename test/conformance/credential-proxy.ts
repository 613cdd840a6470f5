import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CredentialProxy {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Adds the key that the conformance runner cannot send. Host is rewritten only where it names this proxy itself; any
 * other Host, and every Origin, reaches the server as the runner sent it, so its checks are tested for real.
 */
export async function startCredentialProxy(target: URL, key: string): Promise<CredentialProxy> {
  const server: Server = createServer((incoming, outgoing) => {
    const { port } = server.address() as AddressInfo;
    const own = incoming.headers.host === `127.0.0.1:${port}` || incoming.headers.host === `localhost:${port}`;
    const headers = { ...incoming.headers, 'x-halo-api-key': key, host: own ? target.host : incoming.headers.host };
    const upstream = forward(
      {
        host: target.hostname,
        port: target.port,
        path: incoming.url,
        method: incoming.method,
        headers,
        setHost: false,
      },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        outgoing.flushHeaders();
        reply.pipe(outgoing);
      },
    );
    upstream.on('error', () => outgoing.destroy());
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
