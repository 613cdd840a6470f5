import { join } from 'node:path';
import { buildWhenChanged } from '../src-main/entry/headless/build-when-changed.mjs';

const problem = buildWhenChanged(join(import.meta.dirname, '..'));
if (problem === undefined) console.log('out/main is built from the sources as they are now.');
else {
  console.error(problem);
  process.exitCode = 1;
}
