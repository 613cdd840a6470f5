import { join } from 'node:path';
import { buildWhenChanged } from '../src-main/entry/headless/build-when-changed.mjs';

const problem = buildWhenChanged(join(import.meta.dirname, '..'));
if (problem === undefined) console.log('out/main and out/renderer are built from the sources as they are now.');
else {
  console.error(problem);
  process.exitCode = 1;
}
