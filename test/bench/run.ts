import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchAbandonedSessions } from './abandoned-sessions.ts';
import { benchCalls } from './calls.ts';
import { benchEventLoop } from './event-loop.ts';
import { benchFirstPaint } from './first-paint.ts';
import { benchImport } from './import.ts';
import { benchPages } from './pages.ts';
import { benchPlayground } from './playground.ts';
import { benchScale } from './scale.ts';
import { benchStartUp } from './start-up.ts';

const { positionals: chosen, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, desks: { type: 'string' }, large: { type: 'boolean', default: false } },
});
const { data, desks, large } = values;

const benches: Readonly<Record<string, () => Promise<void>>> = {
  calls: benchCalls,
  'start-up': benchStartUp,
  'abandoned-sessions': benchAbandonedSessions,
  'event-loop': benchEventLoop,
  'first-paint': benchFirstPaint,
  pages: benchPages,
  playground: benchPlayground,
  import: () => benchImport(data),
  scale: () => benchScale(desks, large, data),
};

const unknown = chosen.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const build = fileURLToPath(new URL('../../.ci/build.mjs', import.meta.url));
if (spawnSync(process.execPath, [build], { stdio: 'inherit' }).status !== 0) process.exit(1);

console.log(`Node ${process.version}, ${availableParallelism()} processors; server and client share them.`);
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length === 0 || chosen.includes(name)) await bench();
}
