import type { Delimiter, LineEnd } from './file-format.ts';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const MAX_RECORDS = 200;

export interface TableGuess {
  readonly delimiter: Delimiter;
  readonly lineEnd: LineEnd;
}

/** What separates the cells and the rows of a table of text, judged by what stands outside quotes. */
export function scanTable(sample: string): TableGuess {
  const told = /^sep=([,;\t|])(?:\r|\n)/i.exec(sample)?.[1] as Delimiter | undefined;
  const outside = blankQuoted(sample);
  const ends = { crlf: 0, lf: 0, cr: 0 };
  // A CR at the very end may be one half of a pair.
  for (const [end] of outside.matchAll(/\r\n|\n|\r(?!$)/g)) ends[end === '\n' ? 'lf' : end === '\r' ? 'cr' : 'crlf']++;
  const lineEnd = chooseLineEnd(ends);
  const rows = outside
    .split(lineEnd === 'cr' ? '\r' : lineEnd === 'mixed' ? /\r\n|\n|\r/ : /\r?\n/, MAX_RECORDS + 1)
    .filter((row) => row.trim() !== '');
  return { delimiter: told ?? chooseDelimiter(rows), lineEnd };
}

/** What the rows of a file of lines end with. */
export function chooseLineEnd({ crlf, lf, cr }: { crlf: number; lf: number; cr: number }): LineEnd {
  // CRs between many LFs are text of a cell that was not quoted.
  if (cr > 0 && crlf + lf > 0) return cr > (crlf + lf) / 4 ? 'mixed' : crlf > lf ? 'crlf' : 'lf';
  if (cr > 0) return 'cr';
  return crlf > 0 ? 'crlf' : 'lf';
}

/** Replaces what stands in quotes, so that only separators of rows and cells are left to count. */
function blankQuoted(text: string): string {
  return text.replace(/(^|[,;\t|\r\n])"[^"]*(?:""[^"]*)*(?:"(?=[,;\t|\r\n]|$)|$)/g, '$1x');
}

function chooseDelimiter(rows: readonly string[]): Delimiter {
  // The last row may be cut off.
  const complete = rows.length > 1 ? rows.slice(0, Math.max(1, rows.length - 1)) : rows;
  let best: { delimiter: Delimiter; share: number; cells: number } = { delimiter: ',', share: 0, cells: 0 };
  for (const delimiter of delimiters) {
    const counts = complete.map((row) => row.split(delimiter).length - 1);
    const cells = counts[0] ?? 0;
    if (cells === 0) continue;
    const share = counts.filter((count) => count === cells).length / counts.length;
    if (share > best.share || (share === best.share && cells > best.cells)) best = { delimiter, share, cells };
  }
  return best.delimiter;
}
