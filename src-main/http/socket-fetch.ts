import { request as sendRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import type { Fetch } from './admin-app.ts';

/** A fetch whose requests all go to the program that listens at a Unix socket or named pipe. */
export function createSocketFetch(socketPath: string): Fetch {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const body = Buffer.from(await request.arrayBuffer());
    return new Promise((resolve, reject) => {
      const headers = { ...Object.fromEntries(request.headers), 'content-length': body.byteLength };
      const { method, signal } = request;
      const outgoing = sendRequest({ socketPath, path: pathname + search, method, headers, signal, agent: false });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        const status = incoming.statusCode ?? 500;
        const stream = [204, 304].includes(status) ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
        const pairs = Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        resolve(new Response(stream, { status, headers: pairs }));
      });
      outgoing.end(body);
    });
  };
}

/** Whether a program accepts connections there. */
export async function isListening(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
