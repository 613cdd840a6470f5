import type { Command } from 'commander';
import type { ApplicationView } from '../../../../src-shared/api/applications.ts';
import { table } from '../output.ts';
import { parseList } from '../parse-options.ts';
import { runCommand } from '../run-command.ts';

interface CreateOptions {
  readonly clientCredentials?: true;
  readonly as?: string;
  readonly service?: true;
  readonly scopes?: string[];
}

export function addApplication(program: Command): void {
  const application = program.command('application').description('applications: how clients sign in, and as whom');

  application
    .command('create')
    .description('make an application')
    .argument('<name>')
    .option('--client-credentials', 'signs in with a client id and a secret; without it with static keys')
    .option('--as <email>', "the agent or user it acts as; without it the desk's administrator")
    .option('--service', 'acts as itself, which is nobody')
    .option('--scopes <list>', "Halo's scopes, with commas between them; without it all:standard", parseList)
    .action(async (name: string, options: CreateOptions, command: Command) => {
      const { clientCredentials, ...wanted } = options;
      const method = clientCredentials === true ? 'client_credentials' : 'static_key';
      await runCommand(command, async (client, output) => {
        const created = await client.applications.create({ ...wanted, name, method });
        const { application: made, clientSecret } = created;
        const credentials = clientSecret === undefined ? {} : { client_id: made.id, client_secret: clientSecret };
        output.print({ ...credentials, application: made }, () =>
          clientSecret === undefined
            ? `Application "${made.name}" is made. Give it a key with: key create --name "${made.name}"`
            : `client_id      ${made.id}\nclient_secret  ${clientSecret}\n\nThis is the only time the secret is shown.`,
        );
      });
    });

  application
    .command('list')
    .description('show the applications')
    .action(async (_options, command: Command) => {
      await runCommand(command, async (client, output) => {
        const all = await client.applications.list();
        output.print(all, () => describe(all));
      });
    });

  for (const { verb, done } of [
    { verb: 'disable', done: 'is disabled: its keys and tokens are refused from now on' },
    { verb: 'enable', done: 'is enabled' },
    { verb: 'delete', done: 'is gone, with its keys and tokens' },
  ] as const) {
    application
      .command(verb)
      .description(`${verb} an application`)
      .argument('<application>', 'its name or id')
      .action(async (reference: string, _options, command: Command) => {
        await runCommand(command, async (client, output) => {
          const changed = await client.applications[verb]({ application: reference });
          output.print(changed, () => `Application "${changed.name}" ${done}.`);
        });
      });
  }
}

function describe(all: readonly ApplicationView[]): string {
  if (all.length === 0) return 'There is no application yet. "key create" makes one.';
  const rows = all.map(({ id, name, method, actsAs, enabled, scopes }) => [
    id,
    method,
    actsAs,
    enabled ? 'yes' : 'no',
    name,
    scopes.join(' '),
  ]);
  return table(['ID', 'METHOD', 'ACTS AS', 'ENABLED', 'NAME', 'SCOPES'], rows);
}
