import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Of `resources`, which lies beside the build's output folder. Pixels on each side. */
export function iconPath(size: 16 | 32 | 256): string {
  for (let up = new URL('./', import.meta.url); up.pathname !== '/'; up = new URL('../', up)) {
    const file = new URL(`resources/icons/icon-${size}.png`, up);
    if (existsSync(file)) return fileURLToPath(file);
  }
  throw new Error('The resources folder with the icons is missing from this installation.');
}
