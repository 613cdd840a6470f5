import { MAX_ROW_BYTES } from './limits.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Finds where a JSON value ends by its brackets and quotes alone, and keeps its bytes up to the size limit. */
export function createValueScanner() {
  let parts: Buffer[] = [];
  let length = 0;
  let keep = false;
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** A number, true, false or null: ends before the byte that is no part of it. */
  let bare = false;
  let begun = false;
  let done = false;

  /** The position after the last byte of the value, or the chunk's length where it goes on. */
  function findEnd(chunk: Buffer, from: number): number {
    let position = from;
    while (position < chunk.length && !done) {
      if (inString) {
        position = leaveString(chunk, position);
        continue;
      }
      const byte = chunk[position] ?? 0;
      if (bare) {
        done = isSpace(byte) || byte === 0x2c || byte === 0x5d || byte === 0x7d;
        if (!done) position++;
        continue;
      }
      position++;
      if (byte === QUOTE) inString = true;
      else if (byte === 0x7b || byte === 0x5b) depth++;
      else if (byte === 0x7d || byte === 0x5d) done = --depth <= 0;
      else if (!begun) bare = true;
      begun = true;
    }
    return position;
  }

  /** Most bytes of a file stand in strings, so this loop touches nothing but the bytes. */
  function leaveString(chunk: Buffer, from: number): number {
    const { length: end } = chunk;
    let position = escaped ? from + 1 : from;
    escaped = false;
    for (; position < end; position++) {
      const byte = chunk[position];
      if (byte === BACKSLASH) position++;
      else if (byte === QUOTE) {
        inString = false;
        done = depth === 0;
        return position + 1;
      }
    }
    // The character after a backslash may be in the next chunk.
    escaped = position > end;
    return end;
  }

  return {
    start(keeping: boolean): void {
      parts = [];
      length = depth = 0;
      keep = keeping;
      inString = escaped = bare = begun = done = false;
    },

    /** Goes on in this chunk and says how far. */
    scan(chunk: Buffer, from: number): number {
      const position = findEnd(chunk, from);
      if (keep) {
        length += position - from;
        if (length > MAX_ROW_BYTES) parts = [];
        else parts.push(chunk.subarray(from, position));
      }
      return position;
    },

    ended: () => done,
    /** Whether a value that nothing follows is complete. */
    endsHere: () => bare,

    /** The value's bytes; undefined where it is over the limit. */
    take(): Buffer | undefined {
      const taken = length > MAX_ROW_BYTES ? undefined : Buffer.concat(parts);
      parts = [];
      return taken;
    },
  };
}
