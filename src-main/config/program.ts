import manifest from '../../package.json' with { type: 'json' };

export const programName = manifest.name;
export const programVersion = manifest.version;
export const defaultPort = 4256;
