const continuations = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 64 }, (_, index) => 0x80 + index),
);

/** UTF-8 that was read as Windows-1252 and saved again: `é` has become `Ã©`, `’` has become `â€™`. */
const mojibake = new RegExp(`[ÂÃ][${continuations}]|â[${continuations}]{2}`, 'g');

/** A remark where text was spoilt before the file was written. It is imported as it stands: a guess could spoil more. */
export function findMojibake(sample: string): string | undefined {
  const found = [...sample.matchAll(mojibake)];
  const first = found[0];
  if (first === undefined) return undefined;
  const around = sample.slice(Math.max(0, first.index - 12), first.index + 14).replace(/\s+/g, ' ');
  return (
    `Some letters were spoilt before the file was written (“${around}”; ${found.length} in the part looked at). ` +
    'They are imported as they are; export the file as UTF-8 again to mend them.'
  );
}
