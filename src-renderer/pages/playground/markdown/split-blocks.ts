const fence = /^ {0,3}(`{3,}|~{3,})/;
const listItem = /^\s*([-*+]|\d{1,9}[.)])\s/;
const definition = /^ {0,3}\[[^\]]+\]:/m;
/** Parts are joined until they have so many characters: each one costs something for itself. */
const enough = 800;

/**
 * Cuts Markdown at blank lines into parts that mean the same alone, so that a growing text is only parsed from its last
 * part on. Code between fences and lists stay whole; a text with link definitions, which work across parts, does too.
 */
export function splitBlocks(text: string): string[] {
  if (text.length <= enough || definition.test(text)) return [text];
  const blocks: string[] = [];
  let from = 0;
  let at = 0;
  let open: string | undefined;
  let inList = false;
  let blank = false;
  for (const line of text.split('\n')) {
    const isBlank = line.trim() === '';
    const item = listItem.test(line);
    const begins = blank && !isBlank && open === undefined && !(inList && (item || /^\s/.test(line)));
    if (begins) {
      if (at - from >= enough) {
        blocks.push(text.slice(from, at));
        from = at;
      }
      inList = false;
    }
    const mark = fence.exec(line)?.[1];
    if (open === undefined) open = mark;
    else if (mark?.startsWith(open) === true && line.trim() === mark) open = undefined;
    inList ||= item;
    blank = isBlank;
    at += line.length + 1;
  }
  blocks.push(text.slice(from));
  return blocks;
}
