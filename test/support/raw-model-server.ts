import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RawModelServer {
  readonly url: string;
  /** What came since the last answer was planned. */
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  plan(answer: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** A server on 127.0.0.1 that answers every request as the test wrote it, byte by byte. */
export async function startRawModelServer(): Promise<RawModelServer> {
  let answer: (response: ServerResponse) => void = (response) => void response.end();
  const requests: RawModelServer['requests'] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString() });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    plan(next) {
      answer = next;
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
