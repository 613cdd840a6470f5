import { parseArgs } from 'node:util';
import { AppError } from '../../../src-shared/errors/app-error.ts';

export interface DesktopOptions {
  readonly dataDir: string | undefined;
  /** The one of the settings when it is not given. */
  readonly port: number | undefined;
  readonly enable: boolean;
  readonly newDesk: 'demo' | 'empty';
}

/** The app's own options, named as those of `serve`. Among them may stand Chromium's, which are left to it. */
export function parseDesktopOptions(args: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      'data-dir': { type: 'string' },
      port: { type: 'string' },
      enable: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
    },
  });
  // Without a value the library answers true.
  const dataDir = values['data-dir'];
  if (dataDir === true || dataDir === '') throw invalid('Give a folder after --data-dir.');
  return {
    dataDir: dataDir === false ? undefined : dataDir,
    port: values.port === undefined ? undefined : parsePort(String(values.port)),
    enable: values.enable === true,
    newDesk: values.empty === true ? 'empty' : 'demo',
  };
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw invalid('Give a number from 0 to 65535 after --port.');
}

function invalid(message: string): AppError {
  return new AppError('invalid_arguments', message);
}
