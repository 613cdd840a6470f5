/** The pieces in which an answer is streamed: a word with the space before it. */
export function splitText(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}
