import type { Encoding } from './file-format.ts';
import { fileRefusal } from './file-refusal.ts';
import { findInvalidByte, wholeCharacters } from './valid-utf8.ts';

/** Text of any encoding as UTF-8, without a byte order mark and cut between characters; refuses what is no text. */
export async function* toUtf8(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer, void> {
  const { cut, decode } = encodings[encoding];
  let at = 0;
  let started = false;
  let carried: Buffer | undefined;

  function take(whole: Buffer): Buffer {
    const text = decode(whole, at);
    at += whole.length;
    const marked = !started && text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
    started = true;
    return marked ? text.subarray(3) : text;
  }

  for await (const chunk of chunks) {
    const bytes = carried === undefined ? chunk : Buffer.concat([carried, chunk]);
    const length = cut(bytes);
    carried = length === bytes.length ? undefined : bytes.subarray(length);
    if (length > 0) yield take(bytes.subarray(0, length));
  }
  if (carried !== undefined) yield take(carried);
}

export const nulByte = (byte: number) =>
  fileRefusal(
    `Byte ${byte} is a NUL byte, which no text has. The file is damaged, or it is not a text file; export it again.`,
    { byte },
  );

interface Steps {
  /** How many bytes of a chunk form whole characters. */
  cut(this: void, bytes: Buffer): number;
  /** Whole characters as UTF-8; `at` is where they start in the file. */
  decode(this: void, bytes: Buffer, at: number): Buffer;
}

const encodings: Readonly<Record<Encoding, Steps>> = {
  'utf-8': {
    cut: wholeCharacters,
    decode(bytes, at) {
      const invalid = findInvalidByte(bytes);
      if (invalid === undefined) return withoutNul(bytes, at);
      throw invalidText('UTF-8', at + invalid, ' If the file is written in Windows-1252, choose that encoding.');
    },
  },
  'windows-1252': {
    cut: (bytes) => bytes.length,
    decode: (bytes, at) => Buffer.from(new TextDecoder('windows-1252').decode(withoutNul(bytes, at))),
  },
  'utf-16le': { cut: wholeUnits((bytes, at) => bytes.readUInt16LE(at)), decode: decodeUnits },
  'utf-16be': {
    cut: wholeUnits((bytes, at) => bytes.readUInt16BE(at)),
    decode: (bytes, at) => decodeUnits(bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes, at),
  },
};

function wholeUnits(read: (bytes: Buffer, at: number) => number) {
  return (bytes: Buffer): number => {
    const even = bytes.length - (bytes.length % 2);
    const last = even < 2 ? 0 : read(bytes, even - 2);
    return last >= 0xd800 && last < 0xdc00 ? even - 2 : even;
  };
}

function decodeUnits(bytes: Buffer, at: number): Buffer {
  const text = bytes.toString('utf16le');
  const lone = bytes.length % 2 === 1 ? text.length : text.search(/\p{Surrogate}/u);
  if (lone !== -1) throw invalidText('UTF-16', at + lone * 2, ' The file may be cut off; export it again.');
  const nul = text.indexOf('\0');
  if (nul !== -1) throw nulByte(at + nul * 2);
  return Buffer.from(text);
}

function withoutNul(bytes: Buffer, at: number): Buffer {
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw nulByte(at + nul);
  return bytes;
}

const invalidText = (name: string, byte: number, advice: string) =>
  fileRefusal(`Byte ${byte} is not valid ${name} text.${advice}`, { byte });
