import type { IncomingMessage } from 'node:http';

/** The largest request body, in bytes; the SDK's own bound for the same thing. */
export const maximumBodyBytes = 4 * 1024 * 1024;

/** The whole body as text; undefined when it is larger than the bound, which is noticed before it is all read. */
export function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > maximumBodyBytes) {
      resolve(undefined);
      return;
    }
    const chunks: Buffer[] = [];
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > maximumBodyBytes) {
        request.removeAllListeners('data');
        resolve(undefined);
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve((chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8'));
    });
    request.on('error', reject);
  });
}
