import { fileRefusal } from './file-refusal.ts';

const CSV_OR_XLSX = 'Save it as CSV or XLSX and choose that file.';

const foreign: readonly { readonly starts: string; readonly message: string }[] = [
  {
    starts: '\xd0\xcf\x11\xe0',
    message: `This is an Excel file of the old kind (.xls), or one with a password. ${CSV_OR_XLSX}`,
  },
  { starts: '%PDF', message: `This is a PDF. ${CSV_OR_XLSX}` },
  { starts: '{\\rtf', message: `This is a rich text document. ${CSV_OR_XLSX}` },
  { starts: 'SQLite format 3', message: 'This is an SQLite database. Export its tables as CSV and choose that file.' },
  { starts: 'BZh', message: 'This file is packed with bzip2. Unpack it, or pack it with gzip, and choose that file.' },
  { starts: '\x28\xb5\x2f\xfd', message: 'This file is packed with Zstandard. Unpack it and choose that file.' },
  { starts: '\xfd7zXZ', message: 'This file is packed with xz. Unpack it and choose that file.' },
  { starts: '7z\xbc\xaf', message: 'This is a 7-Zip archive. Unpack it and choose the file inside.' },
  { starts: 'Rar!', message: 'This is a RAR archive. Unpack it and choose the file inside.' },
];

export const isZip = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\x03\x04';

export const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Refuses by its first bytes what is known and cannot be read, with what to do instead. */
export function refuseForeign(bytes: Buffer): void {
  const start = bytes.toString('latin1', 0, 16);
  const known = foreign.find((kind) => start.startsWith(kind.starts));
  if (known !== undefined) throw fileRefusal(known.message);
}

/** Refuses what is a text but holds no rows. */
export function refuseText(sample: string): void {
  if (sample.trim() === '') throw fileRefusal('The file holds no text.');
  if (/^\s*<(?:!doctype|\?xml|html|table|[a-z]+[\s>])/i.test(sample)) {
    throw fileRefusal(`This is a web page or an XML file, whatever its name says. ${CSV_OR_XLSX}`);
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = sample.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  if (controls > sample.length / 50) throw fileRefusal(`This is not a text file. ${CSV_OR_XLSX}`);
}
