import type { Command } from 'commander';
import type { CallView } from '../../../../src-shared/api/activity.ts';
import { table } from '../output.ts';
import { parseCount, parseId } from '../parse-options.ts';
import { runCommand } from '../run-command.ts';

interface Options {
  readonly limit: number;
  readonly tool?: string;
  readonly before?: number;
}

export function addActivity(program: Command): void {
  program
    .command('activity')
    .description('show the latest calls, whoever made them')
    .option('--limit <number>', 'how many, up to 500', parseCount, 20)
    .option('--tool <name>', 'of this tool only')
    .option('--before <id>', 'older than the call with this id', parseId)
    .action(async (options: Options, command: Command) => {
      await runCommand(command, async (client, output) => {
        const { tool, ...page } = options;
        const { calls } = await client.activity.read({ ...page, ...(tool !== undefined && { tools: [tool] }) });
        output.print(calls, () => describe(calls));
      });
    });
}

function describe(calls: readonly CallView[]): string {
  if (calls.length === 0) return 'Nothing was called yet.';
  const rows = calls.map((call) => [
    String(call.id),
    call.at,
    call.tool,
    call.principal,
    `${call.milliseconds.toFixed(1)} ms`,
    describeOrigin(call),
    describeChanges(call),
    call.error === undefined ? 'ok' : `${call.error.code}: ${call.error.message}`,
  ]);
  return table(['ID', 'AT', 'TOOL', 'AS', 'TOOK', 'MADE IN', 'CHANGED', 'OUTCOME'], rows);
}

/** Such as `conversation 4, turn 2`; a client, a person or a command otherwise. */
function describeOrigin({ conversation, era }: CallView): string {
  if (conversation === 'deleted') return 'deleted conversation';
  if (conversation !== undefined) return `conversation ${conversation.id}, turn ${conversation.turn}`;
  return era === 'workbench' || era === 'command-line' ? era : 'client';
}

/** Such as `ticket 12, action 80`: tables without their prefix, each row once. */
function describeChanges({ changes = [] }: CallView): string {
  const rows = changes.map(({ table: name, id }) => `${name.replace(/^desk_/, '')} ${id ?? ''}`.trimEnd());
  const distinct = [...new Set(rows)];
  const shown = distinct.slice(0, 3).join(', ');
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown;
}
