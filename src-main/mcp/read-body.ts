import type { IncomingMessage } from 'node:http';

/** The largest request body, in bytes; the SDK's own bound for the same thing. */
export const maximumBodyBytes = 4 * 1024 * 1024;

/** The whole body. That it is larger than the bound is noticed before it is all read. */
export function readBody(request: IncomingMessage): Promise<Buffer | 'too-large' | 'aborted'> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > maximumBodyBytes) {
      resolve('too-large');
      return;
    }
    const chunks: Buffer[] = [];
    let received = 0;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > maximumBodyBytes) {
        request.removeAllListeners('data');
        resolve('too-large');
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
    });
    // The client went away in the middle: there is nobody to answer.
    request.on('error', () => resolve('aborted'));
  });
}
