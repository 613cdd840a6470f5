import { type Command, Option } from 'commander';
import type { CollectionVersionView, CollectionView } from '../../../../src-shared/api/collections.ts';
import { table } from '../output.ts';
import { parseList } from '../parse-options.ts';
import { runCommand } from '../run-command.ts';

interface CreateOptions {
  readonly type: 'agent' | 'user';
  readonly tools?: string[];
  readonly enable?: true;
}

export function addCollection(program: Command): void {
  const collection = program
    .command('collection')
    .description('tool collections: further endpoints, each with its own address, tools and limits');

  collection
    .command('list')
    .description('show the collections')
    .action(async (_options, command: Command) => {
      await runCommand(command, async (client, output) => {
        const all = await client.collections.list();
        output.print(all, () => describeAll(all));
      });
    });

  collection
    .command('show')
    .description('show one collection with its address and its settings')
    .argument('<collection>', 'its name, slug or id')
    .action(async (reference: string, _options, command: Command) => {
      await runCommand(command, async (client, output) => {
        const view = await client.collections.get({ collection: reference });
        output.print(view, () => describe(view));
      });
    });

  collection
    .command('create')
    .description('make a collection, with all system tools of its type unless some are named')
    .argument('<name>')
    .addOption(
      new Option('--type <type>', 'for whom it is, which stays as it is').choices(['agent', 'user']).default('agent'),
    )
    .option('--tools <list>', 'only these tools, with commas between them', parseList)
    .option('--enable', 'lets clients in at once')
    .action(async (name: string, { type, tools, enable }: CreateOptions, command: Command) => {
      await runCommand(command, async (client, output) => {
        const made = await client.collections.create({
          ...{ name, type, enabled: enable === true },
          ...(tools && { includeAllSystemTools: false, tools }),
        });
        output.print(made, () => describe(made));
      });
    });

  collection
    .command('delete')
    .description('delete a collection: its address answers with 404, and keys bound to it open nothing')
    .argument('<collection>', 'its name, slug or id')
    .action(async (reference: string, _options, command: Command) => {
      await runCommand(command, async (client, output) => {
        const { id, version } = await client.collections.get({ collection: reference });
        const gone = await client.collections.delete({ collection: id, version });
        output.print(gone, () => `Collection "${gone.name}" is gone. Its versions and calls stay.`);
      });
    });

  collection
    .command('versions')
    .description('show how a collection was saved, the latest first')
    .argument('<collection>', 'its name, slug or id; of one that is gone its id')
    .action(async (reference: string, _options, command: Command) => {
      await runCommand(command, async (client, output) => {
        const versions = await client.collections.versions({ collection: reference });
        output.print(versions, () => describeVersions(versions));
      });
    });
}

function describeAll(all: readonly CollectionView[]): string {
  if (all.length === 0) return 'There is no collection yet. "collection create" makes one.';
  const rows = all.map(({ id, settings, listing, connectedClients }) => [
    id,
    settings.type,
    settings.enabled ? 'yes' : 'no',
    String(listing.tools),
    String(listing.estimatedTokens),
    String(connectedClients),
    settings.name,
  ]);
  return table(['ID', 'TYPE', 'ENABLED', 'TOOLS', 'TOKENS', 'CLIENTS', 'NAME'], rows);
}

function describe({ id, settings, version, url, alias, listing, connectedClients }: CollectionView): string {
  const { limits, callsPerMinute } = settings;
  const kept = [
    ...(limits.teamIds.length > 0 ? [`teams ${limits.teamIds.join(' ')}`] : []),
    ...(limits.clientIds.length > 0 ? [`clients ${limits.clientIds.join(' ')}`] : []),
    ...(limits.ticketTypeIds.length > 0 ? [`ticket types ${limits.ticketTypeIds.join(' ')}`] : []),
    ...(callsPerMinute === null ? [] : [`${callsPerMinute} calls a minute`]),
  ];
  return [
    `Collection "${settings.name}" is ${settings.enabled ? 'enabled' : 'disabled'}.`,
    `  id       ${id}`,
    `  type     ${settings.type}`,
    `  address  ${url ?? '(nothing is serving it now)'}`,
    ...(alias === undefined ? [] : [`  alias    ${alias}`]),
    `  tools    ${listing.tools}, about ${listing.estimatedTokens} tokens to list${settings.includeAllSystemTools ? ', all system tools' : ''}`,
    `  clients  ${connectedClients} connected`,
    `  limits   ${kept.join(', ') || 'none'}`,
    `  version  ${version}`,
  ].join('\n');
}

function describeVersions(versions: readonly CollectionVersionView[]): string {
  const rows = versions.map(({ version, at, by, settings }) => [
    String(version),
    at,
    by,
    settings === undefined ? 'deleted' : settings.enabled ? 'enabled' : 'disabled',
    settings?.name ?? '',
  ]);
  return table(['VERSION', 'SAVED', 'BY', 'STATE', 'NAME'], rows);
}
