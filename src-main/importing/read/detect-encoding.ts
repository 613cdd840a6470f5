import type { Encoding } from './file-format.ts';
import { fileRefusal } from './file-refusal.ts';
import { nulByte } from './to-utf8.ts';
import { findInvalidByte, wholeCharacters } from './valid-utf8.ts';

export interface EncodingGuess {
  readonly encoding: Encoding;
  readonly remarks: readonly string[];
}

const guess = (encoding: Encoding, ...remarks: string[]): EncodingGuess => ({ encoding, remarks });

/** What a text is written in: by its byte order mark, else by whether it is UTF-8, else Windows-1252. */
export function detectEncoding(sample: Buffer, complete: boolean): EncodingGuess {
  if (startsWith(sample, 0xff, 0xfe, 0, 0) || startsWith(sample, 0, 0, 0xfe, 0xff)) {
    throw fileRefusal('The file is written in UTF-32. Save it as UTF-8 and choose it again.');
  }
  if (startsWith(sample, 0xff, 0xfe)) return guess('utf-16le');
  if (startsWith(sample, 0xfe, 0xff)) return guess('utf-16be');
  if (startsWith(sample, 0xef, 0xbb, 0xbf)) return guess('utf-8');

  const nul = sample.indexOf(0);
  if (nul !== -1) {
    const wide = detectWide(sample);
    if (wide === undefined) throw nulByte(nul);
    return guess(wide, 'The file has no byte order mark; it looks like UTF-16.');
  }

  const bytes = complete ? sample : sample.subarray(0, wholeCharacters(sample));
  const invalid = findInvalidByte(bytes);
  if (invalid === undefined) return guess('utf-8');
  if (!isMostlyUtf8(bytes)) return guess('windows-1252', 'The text is not UTF-8; it is read as Windows-1252.');
  const remark =
    `Byte ${invalid} is not valid UTF-8, though the rest looks like UTF-8: reading will stop there. ` +
    'Choose Windows-1252 to read the file anyway, with some letters wrong.';
  return guess('utf-8', remark);
}

const startsWith = (bytes: Buffer, ...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);

/** Latin text in UTF-16 has a zero in nearly every second byte. */
function detectWide(sample: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 2 / 4;
  if (odd > many && even < odd / 20) return 'utf-16le';
  if (even > many && odd < even / 20) return 'utf-16be';
  return undefined;
}

/** Whether letters beyond ASCII are UTF-8 far more often than not: one damaged byte does not make a file Windows-1252. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString();
  const damaged = text.match(/\ufffd+/g)?.length ?? 0;
  const right = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return right >= damaged * 4;
}
