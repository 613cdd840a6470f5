import { globSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';

export interface Boundaries {
  /** Source files that were read. */
  readonly seen: readonly string[];
  /** Source files that are there. */
  readonly present: readonly string[];
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

/** Computes who imports whom among the sources in the folder, and which of those imports a rule forbids. */
export async function readBoundaries(folder: string): Promise<Boundaries> {
  const rooms = globSync('src-{shared,main,renderer}', { cwd: folder });
  const present = globSync('src-{shared,main,renderer}/**/*.{ts,tsx,mjs}', { cwd: folder });
  const { forbidden, options } = config;
  const { output } = await cruise(rooms, { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } });
  const { modules, summary } = output as ICruiseResult;
  const read = new Set(modules.map((module) => module.source));
  return {
    seen: present.filter((file) => read.has(file)),
    present,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

if (import.meta.main) {
  const { seen, present, violations } = await readBoundaries(join(import.meta.dirname, '..'));
  for (const { rule, from, to } of violations) console.error(`${from} must not import ${to} (${rule})`);
  // A cruiser that cannot parse TypeScript finds nothing wrong because it reads nothing.
  const unread = present.filter((file) => !seen.includes(file));
  for (const file of unread) console.error(`${file} was not read`);
  console.log(`Boundaries: ${seen.length} of ${present.length} files read, ${violations.length} violations.`);
  if (violations.length + unread.length > 0 || present.length === 0) process.exitCode = 1;
}
