import type { Log } from '../../ports.ts';

const loadLog = async (): Promise<Log> => (await import('../headless/log.ts')).createLog({ level: 'info' });

let loading: Promise<Log> | undefined;

function write(line: (log: Log) => void): void {
  loading ??= loadLog();
  void loading.then(line);
}

/** The log of this process. What writes it is loaded with the first line, because the window need not wait for that. */
export const log: Log = {
  info: (message, details) => write((loaded) => loaded.info(message, details)),
  warn: (message, details) => write((loaded) => loaded.warn(message, details)),
  error: (message, details) => write((loaded) => loaded.error(message, details)),
};
