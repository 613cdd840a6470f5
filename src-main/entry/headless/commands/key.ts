import type { Command } from 'commander';
import type { IssuedKeyView, KeyView } from '../../../../src-shared/api/keys.ts';
import { type Output, table } from '../output.ts';
import { parseExpiry, parseId, parseList } from '../parse-options.ts';
import { runCommand } from '../run-command.ts';

interface CreateOptions {
  readonly as?: string;
  readonly service?: true;
  readonly scopes?: string[];
  readonly name?: string;
  readonly expires?: string;
  readonly collection?: string;
}

export function addKey(program: Command): void {
  const key = program.command('key').description('static keys, by which MCP clients get in');

  key
    .command('create')
    .description('make a key and show it once')
    .option('--as <email>', "the agent or user it acts as; without it the desk's administrator")
    .option('--service', 'acts as the application itself, which is nobody')
    .option('--scopes <list>', "Halo's scopes, with commas between them; without it all:standard", parseList)
    .option('--name <application>', 'the application that it belongs to; made when there is none of that name')
    .option('--collection <collection>', 'opens this collection alone, by its name, slug or id')
    .option('--expires <when>', 'a date such as 2030-12-31, or days such as 90d; without it never', parseExpiry)
    .action(async (options: CreateOptions, command: Command) => {
      const { expires: expiresAt, ...wanted } = options;
      await runCommand(command, async (client, output) => {
        printIssued(await client.keys.create({ ...wanted, expiresAt }), output);
      });
    });

  key
    .command('list')
    .description('show the keys, never their text')
    .option('--name <application>', 'of this application only')
    .action(async ({ name: application }: { name?: string }, command: Command) => {
      await runCommand(command, async (client, output) => {
        const keys = await client.keys.list({ application });
        output.print(keys, () => describeKeys(keys));
      });
    });

  key
    .command('roll')
    .description('put a new key in the place of one, which stops at once')
    .argument('<id>', 'its number in "key list"', parseId)
    .option('--expires <when>', 'a date, or days such as 90d; without it never', parseExpiry)
    .action(async (id: number, { expires: expiresAt }: { expires?: string }, command: Command) => {
      await runCommand(command, async (client, output) => {
        printIssued(await client.keys.roll({ id, expiresAt }), output);
      });
    });

  for (const { verb, done } of [
    { verb: 'disable', done: 'is disabled: whoever uses it is refused from now on' },
    { verb: 'enable', done: 'is enabled' },
    { verb: 'delete', done: 'is gone' },
  ] as const) {
    key
      .command(verb)
      .description(`${verb} a key`)
      .argument('<id>', 'its number in "key list"', parseId)
      .action(async (id: number, _options, command: Command) => {
        await runCommand(command, async (client, output) => {
          const changed = await client.keys[verb]({ id });
          output.print(changed, () => `Key ${id} of "${changed.application.name}" ${done}.`);
        });
      });
  }
}

function printIssued({ secret, key, application }: IssuedKeyView, output: Output): void {
  const { id, hint, expiresAt } = key;
  output.print({ key: secret, id, hint, expiresAt, application }, () =>
    [
      secret,
      '',
      `This is the only time it is shown. It is key ${id} of the application "${application.name}", acts as ` +
        `${application.actsAs}, has ${application.scopes.join(', ') || 'no scope'} and ` +
        `${expiresAt === undefined ? 'does not expire' : `expires ${expiresAt}`}.`,
      'Clients send it as the header X-Halo-Api-Key, or as a Bearer token.',
    ].join('\n'),
  );
}

function describeKeys(keys: readonly KeyView[]): string {
  if (keys.length === 0) return 'There is no key yet. Make one with "key create".';
  const rows = keys.map(({ id, hint, enabled, expiresAt, lastUse, application }) => [
    String(id),
    `…${hint}`,
    enabled ? 'yes' : 'no',
    expiresAt ?? 'never',
    lastUse?.at ?? 'never',
    application.name,
  ]);
  return table(['ID', 'KEY', 'ENABLED', 'EXPIRES', 'LAST USED', 'APPLICATION'], rows);
}
