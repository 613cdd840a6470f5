import { pino } from 'pino';
import type { Log } from '../../ports.ts';

/** Writes to the standard error stream, since the standard output belongs to the command: JSON lines, or for a person. */
export function createLog(options: { level: 'info' | 'warn' }): Log {
  const stream = process.stderr.isTTY ? { write: writeReadably } : pino.destination({ dest: 2, sync: true });
  const logger = pino(
    {
      base: null,
      level: options.level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: (error: unknown) => (error instanceof Error ? pino.stdSerializers.err(error) : error) },
    },
    stream,
  );
  return {
    info: (message, details) => logger.info(details, message),
    warn: (message, details) => logger.warn(details, message),
    error: (message, details) => logger.error(details, message),
  };
}

function writeReadably(line: string): void {
  const { level, time, msg, error, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const details = Object.keys(rest).length === 0 ? '' : ` ${JSON.stringify(rest)}`;
  const stack = (error as { stack?: string } | undefined)?.stack;
  const head = `${String(time).slice(11, 19)} ${String(level)}: ${String(msg)}${details}\n`;
  process.stderr.write(stack === undefined ? head : `${head}${stack}\n`);
}
