import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';

interface Kind {
  readonly pattern: RegExp;
  readonly example: string;
  create(root: string, name: string): Promise<string[]>;
}

const kinds: Record<string, Kind> = {
  tool: { pattern: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, example: 'tool list_rooms', create: createTool },
  migration: { pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, example: 'migration add-rooms', create: createMigration },
};

/**
 * Writes what a new tool or migration consists of, compiling from the start, and its line in the register. Answers with
 * the files it wrote or changed; throws a sentence when the name will not do.
 */
export async function createNew(root: string, kindName = '', name = ''): Promise<string[]> {
  const kind = kinds[kindName];
  if (kind === undefined || !kind.pattern.test(name)) {
    const examples = Object.values(kinds).map(({ example }) => `  npm run new -- ${example}`);
    throw new Error(['Say what to make and its name, spelled as in:', ...examples].join('\n'));
  }
  return kind.create(root, name);
}

async function createTool(root: string, name: string): Promise<string[]> {
  const constant = camelCase(name);
  const title = name.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const file = join(root, `src-main/tools/system/${name}.ts`);
  const test = join(root, `test/tools/system/${name}.test.ts`);
  const register = join(root, 'src-main/tools/system/index.ts');
  await write(
    file,
    `import { z } from 'zod';
     import { defineReadTool } from '../define-tool.ts';

     export const ${constant} = defineReadTool({
       name: '${name}',
       title: '${title}',
       description: '${title}. Say here when to use the tool and what comes back.',
       since: 'latest',
       offered: { default: 'listed', agent: 'listed', user: 'no' },
       scopes: ['read:tickets'],
       input: () => z.strictObject({}),
       output: z.strictObject({}),
       run: () => ({}),
     });`,
  );
  await write(
    test,
    `import { expect, test } from 'vitest';
     import { systemTools } from '../../../src-main/tools/system/index.ts';
     import { ${constant} } from '../../../src-main/tools/system/${name}.ts';

     test('${name} is one of the system tools', () => {
       expect(systemTools).toContain(${constant});
     });`,
  );
  await addToRegister(register, constant, `./${basename(file)}`);
  return [file, test, register];
}

async function createMigration(root: string, name: string): Promise<string[]> {
  const folder = join(root, 'src-main/db/migrations');
  const taken = globSync('[0-9][0-9][0-9][0-9]-*.ts', { cwd: folder }).map((file) => Number(file.slice(0, 4)));
  const version = Math.max(0, ...taken) + 1;
  const file = join(folder, `${String(version).padStart(4, '0')}-${name}.ts`);
  const register = join(folder, 'index.ts');
  await write(
    file,
    `import type { Migration } from './migration.ts';

     const tables = \`
     \`;

     export const ${camelCase(name)}: Migration = {
       version: ${version},
       name: '${name}',
       up: (db) => db.exec(tables),
     };`,
  );
  await addToRegister(register, camelCase(name), `./${basename(file)}`);
  return [file, register];
}

/** A register is a file of imports and one exported list; the new thing comes last in both. */
async function addToRegister(file: string, constant: string, from: string): Promise<void> {
  const source = readFileSync(file, 'utf8');
  const lastImport = source.lastIndexOf('\nimport ') + 1;
  const list = /(= \[[^\]]*?),?(\s*\])/;
  if (!list.test(source)) throw new Error(`${file} holds no list to add to.`);
  const listed = source.replace(list, (_, items: string, end: string) => {
    return `${items}${items.endsWith('[') ? '' : ','} ${constant}${end}`;
  });
  const importLine = `import { ${constant} } from '${from}';\n`;
  await save(file, listed.slice(0, lastImport) + importLine + listed.slice(lastImport));
}

async function write(file: string, text: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} is there already; choose another name.`);
  mkdirSync(dirname(file), { recursive: true });
  await save(file, text.replaceAll(/\n {5}/g, '\n'));
}

async function save(file: string, text: string): Promise<void> {
  const options = await resolveConfig(join(import.meta.dirname, '../package.json'));
  writeFileSync(file, await format(text, { ...options, filepath: file }));
}

function camelCase(name: string): string {
  return name.replaceAll(/[-_](.)/g, (_, letter: string) => letter.toUpperCase());
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  try {
    const files = await createNew(root, process.argv[2], process.argv[3]);
    for (const file of files) console.log(relative(root, file));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
