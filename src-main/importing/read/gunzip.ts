import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { fileRefusal } from './file-refusal.ts';

const CHUNK_BYTES = 64 * 1024;

export async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  // Errors, of the source too, arrive where the unpacked bytes are read.
  pipeline(Readable.from(chunks, { highWaterMark: 2 }), unpacked, () => undefined);
  let byte = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      byte += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw describe(error, byte);
  }
}

function describe(error: unknown, byte: number): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  if (error.code === 'Z_BUF_ERROR') {
    const message = `The gzip file is cut off: it ends after byte ${byte} of what it holds. Copy or export it again.`;
    return fileRefusal(message, { byte }, error);
  }
  if (!error.code.startsWith('Z_')) return error;
  const message = `The gzip file is damaged after byte ${byte} of what it holds. Copy or export it again.`;
  return fileRefusal(message, { byte }, error);
}
