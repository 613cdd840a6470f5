import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { demoDefinitionSchema, type DemoDefinition } from './demo-definition.ts';
import { foundationSchema, type FoundationDefinition } from './foundation-definition.ts';

/** Reads and checks resources/demo; a file that does not fit is a fault of the program's own files, told by name. */
export function readDemoDefinition(folder: URL | string): DemoDefinition {
  const root = folderPath(folder);
  const file = (name: string): unknown => readYaml(join(root, `${name}.yaml`));
  const all = (name: string): unknown[] => listYaml(join(root, name)).flatMap((path) => readYaml(path) as unknown[]);
  return check(root, demoDefinitionSchema, {
    foundation: readFoundation(root),
    volume: file('volume'),
    people: file('people'),
    clients: file('clients'),
    assets: file('assets'),
    catalogue: file('catalogue'),
    articles: all('articles'),
    voices: file('voices'),
    scenarios: all('scenarios'),
    hostile: file('hostile'),
  });
}

/** Reads and checks resources/empty. */
export function readEmptyDefinition(folder: URL | string): FoundationDefinition {
  const root = folderPath(folder);
  return check(root, foundationSchema, readFoundation(root));
}

/** What is a desk's own, and the workflows that every new one has. */
function readFoundation(root: string): unknown {
  const own = readYaml(join(root, 'foundation.yaml')) as { fields: unknown[] };
  const { fields, ...work } = readYaml(join(root, '..', 'workflows.yaml')) as { fields: unknown[] };
  return { ...own, ...work, fields: [...own.fields, ...fields] };
}

function folderPath(folder: URL | string): string {
  return typeof folder === 'string' ? folder : fileURLToPath(folder);
}

function listYaml(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function readYaml(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    // Line numbers cost a third of the reading; they are worked out only when something is wrong.
    return parse(text, { prettyErrors: false });
  } catch {
    const message = parseDocument(text).errors[0]?.message ?? 'it cannot be read';
    throw new AppError('internal', `The desk definition ${path} is faulty: ${message}`);
  }
}

function check<T extends z.ZodType>(root: string, schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError('internal', `The desk definition does not fit at ${issue?.path.join('.')}: ${issue?.message}.`, {
    details: { folder: root, issues: result.error.issues.slice(0, 10) },
  });
}
