import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

export const programName = manifest.name;
export const programVersion = manifest.version;
export const defaultPort = 4256;
export const defaultUiPort = 4257;

/** The built pages. Seen from the sources and from the bundle, the program's folder is two above. */
export const uiFolder = join(import.meta.dirname, '../../out/renderer');
