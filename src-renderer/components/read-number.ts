/** A record's number out of an address; undefined for anything else. */
export function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

export function readNumbers(texts: readonly string[]): number[] {
  return texts.map(readNumber).filter((number) => number !== undefined);
}
