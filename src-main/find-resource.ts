import { existsSync } from 'node:fs';

/**
 * A file or folder (with a slash at its end) of `resources`, which lies beside the sources and beside the build's output
 * folder. Throws where the installation lacks it.
 */
export function findResource(name: string): URL {
  for (let up = new URL('./', import.meta.url); ; up = new URL('../', up)) {
    const found = new URL(`resources/${name}`, up);
    if (existsSync(found)) return found;
    if (new URL('../', up).pathname === up.pathname) break;
  }
  throw new Error(`The resources of this installation lack ${name}.`);
}
