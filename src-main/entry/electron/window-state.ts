import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../ports.ts';
import type { Rectangle } from './place-window.ts';

export interface WindowState {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
  /** The page's own background, as it says in its meta element "theme-color". */
  readonly background?: string;
}

export interface WindowStateFile {
  /** Undefined on the first start, and when the file holds anything else. */
  read(): WindowState | undefined;
  write(state: WindowState): void;
}

/** Where the window was, in a small file of the data folder: it says something of this desktop, nothing of the desk. */
export function createWindowStateFile(folder: string, log: Log): WindowStateFile {
  const file = join(folder, 'window.json');
  return {
    read: () => {
      try {
        return parseState(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return undefined;
      }
    },
    write: (state) => {
      try {
        writeFileSync(`${file}.new`, `${JSON.stringify(state)}\n`, { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch (error) {
        log.warn('The position of the window could not be saved.', { error });
      }
    },
  };
}

/** By hand: the schema library would be loaded for this alone before the window is there. */
function parseState(value: unknown): WindowState | undefined {
  const { bounds, maximized, background } = (value ?? {}) as Partial<Record<keyof WindowState, unknown>>;
  if (!isRectangle(bounds) || typeof maximized !== 'boolean') return undefined;
  const known = typeof background === 'string' && /^#[0-9a-f]{6}$/i.test(background);
  return { bounds, maximized, ...(known && { background }) };
}

function isRectangle(value: unknown): value is Rectangle {
  const { x, y, width, height } = (value ?? {}) as Partial<Record<keyof Rectangle, unknown>>;
  return isWithin(x, -100_000) && isWithin(y, -100_000) && isWithin(width, 100) && isWithin(height, 100);
}

function isWithin(value: unknown, least: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= 100_000;
}
