import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../../ports.ts';

const pixels = z.int().min(-100_000).max(100_000);
const size = z.int().min(100).max(100_000);

const windowState = z.object({
  bounds: z.object({ x: pixels, y: pixels, width: size, height: size }),
  maximized: z.boolean(),
  /** The page's own background, as it says in its meta element "theme-color". */
  background: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
});

export type WindowState = z.infer<typeof windowState>;

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
        return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
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
