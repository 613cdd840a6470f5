/** Where a line stays, such as in a log, the next one comes after so many milliseconds. */
const quietFor = 5000;

export interface ProgressLine {
  /** `urgent` is what is to be read at once. */
  show(line: string, options?: { urgent?: boolean }): void;
  end(): void;
}

/** Progress on the standard error stream: in a terminal one line that changes, elsewhere a line now and then. */
export function createProgressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  let latest = '';
  let written = '';
  let writtenAt = -Infinity;
  const write = (line: string): void => {
    stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    written = line;
    writtenAt = performance.now();
  };
  return {
    show(line, { urgent = false } = {}) {
      latest = line;
      const isTime = stream.isTTY || urgent || performance.now() - writtenAt >= quietFor;
      if (isTime && line !== written) write(line);
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K');
      else if (latest !== written) write(latest);
    },
  };
}
