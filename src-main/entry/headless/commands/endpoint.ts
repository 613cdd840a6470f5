import { type Command, Option } from 'commander';
import type { EndpointChanges, EndpointView } from '../../../../src-shared/api/endpoint.ts';
import { profiles } from '../../../../src-shared/domain/profiles.ts';
import { runCommand } from '../run-command.ts';

interface SetOptions extends Pick<EndpointChanges, 'mode' | 'profile' | 'framing' | 'noteVisibility'> {
  readonly privateNotes?: 'shown' | 'hidden';
}

export function addEndpoint(program: Command): void {
  const endpoint = program.command('endpoint').description('the MCP endpoint and its settings');

  for (const { verb, call, description } of [
    { verb: 'show', call: 'get', description: 'show the settings' },
    { verb: 'enable', call: 'enable', description: 'turn the endpoint on' },
    { verb: 'disable', call: 'disable', description: 'turn the endpoint off: clients are answered with 404' },
  ] as const) {
    endpoint
      .command(verb)
      .description(description)
      .action(async (_options, command: Command) => {
        await runCommand(command, async (client, output) => {
          const view = await client.endpoint[call]();
          output.print(view, () => describe(view));
        });
      });
  }

  endpoint
    .command('set')
    .description('change settings')
    .addOption(
      new Option('--mode <mode>', 'whether the role and reach of an agent count').choices([
        'strict',
        'halo-compatible',
      ]),
    )
    .addOption(new Option('--profile <release>', 'the release of Halo whose offer is imitated').choices(profiles))
    .addOption(new Option('--framing <framing>', 'sse frames every reply as Halo does').choices(['by-accept', 'sse']))
    .addOption(new Option('--private-notes <which>', 'private notes in tools for agents').choices(['shown', 'hidden']))
    .addOption(new Option('--note-visibility <which>', 'what add_note_to_ticket writes').choices(['private', 'public']))
    .action(async ({ privateNotes, ...rest }: SetOptions, command: Command) => {
      const notes = privateNotes === undefined ? {} : { agentsSeePrivateNotes: privateNotes === 'shown' };
      const changes: EndpointChanges = { ...rest, ...notes };
      if (Object.keys(changes).length === 0) command.error('error: nothing to change was given');
      await runCommand(command, async (client, output) => {
        const view = await client.endpoint.update(changes);
        output.print(view, () => describe(view));
      });
    });
}

function describe({ url, settings }: EndpointView): string {
  const chosen = settings.includeAllSystemTools ? 'all system tools' : `${settings.tools.length} chosen one by one`;
  const added = settings.includeAllSystemTools && settings.tools.length > 0 ? `, and ${settings.tools.join(', ')}` : '';
  return [
    `The MCP endpoint is ${settings.enabled ? 'enabled' : 'disabled'}.`,
    `  address          ${url ?? '(nothing is serving it now)'}`,
    `  tools            ${chosen}${added}`,
    `  mode             ${settings.mode}`,
    `  profile          ${settings.profile}`,
    `  framing          ${settings.framing}`,
    `  private notes    ${settings.agentsSeePrivateNotes ? 'shown to agents' : 'hidden'}`,
    `  note visibility  ${settings.noteVisibility}`,
  ].join('\n');
}
