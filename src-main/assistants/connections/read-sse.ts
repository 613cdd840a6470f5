import { connectionFailure } from './connection-failure.ts';

/** The most characters that one event may have. */
const longestEvent = 8 * 1024 * 1024;

/** The data of each server-sent event, as soon as its blank line has come (HTML, section 9.2.6). One that is cut off is none. */
export async function* readSse(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let data: string[] = [];
  let length = 0;
  /** Parts of a line whose end has not come. */
  let parts: string[] = [];
  let endedWithReturn = false;

  const grow = (more: number): void => {
    length += more;
    if (length > longestEvent) {
      throw connectionFailure('too-large', `One event of the answer is longer than ${longestEvent / 1024 / 1024} MiB.`);
    }
  };

  for await (const bytes of body) {
    let chunk = decoder.decode(bytes, { stream: true });
    if (endedWithReturn && chunk.startsWith('\n')) chunk = chunk.slice(1);
    if (chunk === '') continue;
    endedWithReturn = chunk.endsWith('\r');
    const pieces = chunk.split(/\r\n|\n|\r/);
    for (const [index, piece] of pieces.entries()) {
      grow(piece.length);
      parts.push(piece);
      if (index === pieces.length - 1) break;
      const line = parts.join('');
      parts = [];
      if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
      if (line !== '') continue;
      length = 0;
      if (data.length > 0) yield data.join('\n');
      data = [];
    }
  }
}
