import type { Surroundings } from './places.ts';

/** Where electron-vite serves the pages from their sources, while `npm run dev:desktop` runs. On this machine only. */
export function findDevelopmentServer({ env }: Surroundings): URL | undefined {
  const address = env['ELECTRON_RENDERER_URL'];
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return ['localhost', '127.0.0.1'].includes(url.hostname) ? url : undefined;
}
