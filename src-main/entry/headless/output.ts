/** Where commands print. With `--json` the standard output gets exactly one JSON document on one line, failures too. */
export interface Output {
  readonly json: boolean;
  /** The result: `data` for scripts, `text` for people. */
  print(data: unknown, text: () => string): void;
  /** Something beside the result that a person should know. */
  note(text: string): void;
}

export function createOutput(json: boolean): Output {
  return {
    json,
    print: (data, text) => void process.stdout.write(`${json ? JSON.stringify(data) : text().trimEnd()}\n`),
    note: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Columns as wide as their longest entry; the last one is free to be longer. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), ...rows.map(line)].join('\n');
}
