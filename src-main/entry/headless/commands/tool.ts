import type { Command } from 'commander';
import type { ToolView } from '../../../../src-shared/api/tools.ts';
import { table } from '../output.ts';
import { runCommand } from '../run-command.ts';

export function addTool(program: Command): void {
  const tool = program.command('tool').description('the tools of the MCP endpoint');

  tool
    .command('list')
    .description('show every tool, and why one is not offered')
    .option('--as <email>', "as this agent or user meets them; without it the desk's administrator")
    .action(async ({ as }: { as?: string }, command: Command) => {
      await runCommand(command, async (client, output) => {
        const tools = await client.tools.list({ as });
        output.print(tools, () => describe(tools));
      });
    });

  tool
    .command('enable')
    .description('turn a tool on, or all of them')
    .argument('[name]')
    .option('--all', 'every system tool, those of later releases too')
    .action(async (name: string | undefined, { all }: { all?: true }, command: Command) => {
      if ((name === undefined) === (all === undefined)) command.error('error: give either the name of a tool or --all');
      await runCommand(command, async (client, output) => {
        const choice = name === undefined ? await client.tools.enableAll() : await client.tools.enable({ name });
        output.print(choice, () => choice.message);
      });
    });

  tool
    .command('disable')
    .description('turn a tool off')
    .argument('<name>')
    .action(async (name: string, _options, command: Command) => {
      await runCommand(command, async (client, output) => {
        const choice = await client.tools.disable({ name });
        output.print(choice, () => choice.message);
      });
    });
}

function describe(tools: readonly ToolView[]): string {
  const rows = tools.map(({ name, kind, offered, why }) => [name, kind, offered ? 'yes' : 'no', why ?? '']);
  return table(['TOOL', 'KIND', 'OFFERED', ''], rows);
}
