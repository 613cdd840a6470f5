/** What a text costs a model to read: an estimate, one token for every four bytes of UTF-8, rounded up. */
export function estimateTokens(text: string): number {
  return Math.ceil(countBytes(text) / 4);
}

/** The length of a text in UTF-8. */
export function countBytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
