import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { rules } from '../../.ci/eslint-rules.js';
import { type Boundaries, readBoundaries } from '../../.ci/boundaries.ts';

// The tree `planted` is a small imitation of the sources. Each file that breaks a rule says so in its first line, and
// nothing else may be reported: so every rule is shown to work, and to leave what is right alone.
const planted = join(import.meta.dirname, 'planted');
const files = globSync('**/*.ts', { cwd: planted });
const declared = files
  .flatMap((file) => {
    const [, list] = /^\/\/ breaks: (.*)\n/.exec(readFileSync(join(planted, file), 'utf8')) ?? [];
    return list === undefined ? [] : list.split(', ').map((rule) => `${file}: ${rule}`);
  })
  .sort();
const hasPlant = (rule: string) => declared.some((line) => line.endsWith(`: ${rule}`));

const boundaryRules = config.forbidden.map((rule) => rule.name ?? '');
const isBoundary = (line: string) => boundaryRules.some((rule) => line.endsWith(`: ${rule}`));
const isType = (line: string) => /: TS\d+$/.test(line);
const unique = (lines: string[]) => [...new Set(lines)].sort();

describe('boundaries', () => {
  let boundaries: Boundaries;
  beforeAll(async () => {
    boundaries = await readBoundaries(planted);
  });

  test('every source file is read', () => {
    expect(boundaries.seen).toEqual(boundaries.present);
    expect(boundaries.seen.length).toBeGreaterThan(60);
  });

  test('exactly the planted imports are reported', () => {
    expect(unique(boundaries.violations.map(({ from, rule }) => `${from}: ${rule}`))).toEqual(
      declared.filter(isBoundary),
    );
  });

  test('every rule has a planted violation', () => {
    expect(boundaryRules.filter((rule) => !hasPlant(rule))).toEqual([]);
  });
});

describe('lint', () => {
  test('exactly the planted mistakes are reported', async () => {
    const overrideConfigFile = join(import.meta.dirname, '../../eslint.config.js');
    const results = await new ESLint({ cwd: planted, overrideConfigFile }).lintFiles('.');
    const found = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${relative(planted, filePath)}: ${ruleId ?? 'unused-directive'}`),
    );
    expect(unique(found)).toEqual(declared.filter((line) => !isBoundary(line) && !isType(line)));
  }, 60_000);

  test('every rule of our own has a planted violation', () => {
    expect(Object.keys(rules).filter((rule) => !hasPlant(`workbench/${rule}`))).toEqual([]);
  });
});

describe('types', () => {
  test('exactly the planted errors are reported, names newer than the language floor among them', () => {
    const found = globSync('src-*/tsconfig.json', { cwd: planted }).flatMap((project) => {
      const { fileNames, options } = readProject(join(planted, project));
      const program = ts.createProgram(fileNames, options);
      return ts
        .getPreEmitDiagnostics(program)
        .map(({ file, code }) => `${relative(planted, file?.fileName ?? '')}: TS${code}`);
    });
    expect(unique(found)).toEqual(declared.filter(isType));
    expect(found).toContain('src-main/mcp/newer-language.ts: TS2550');
  }, 60_000);
});

function readProject(file: string): ts.ParsedCommandLine {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => expect.unreachable(file) };
  const project = ts.getParsedCommandLineOfConfigFile(file, {}, host);
  if (project === undefined) throw new Error(`${file} is no TypeScript project`);
  return project;
}
