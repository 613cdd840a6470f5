import type { Command } from 'commander';
import { AppError } from '../../../../src-shared/errors/app-error.ts';
import { runCommand } from '../run-command.ts';

interface Options {
  readonly as?: string;
  readonly preview?: true;
}

export function addCall(program: Command): void {
  program
    .command('call')
    .description('call one tool and print its result as JSON, whether or not the endpoint is enabled')
    .argument('<tool>')
    .argument('[arguments]', 'a JSON object; - reads it from the standard input', '{}')
    .option('--as <email>', "the agent or user who calls; without it the desk's administrator")
    .option('--preview', 'print what the call would answer and change, and change nothing')
    .action(async (tool: string, text: string, { as, preview }: Options, command: Command) => {
      const input = parseArguments(text === '-' ? await readStandardInput() : text);
      await runCommand(command, async (client, output) => {
        const call = { tool, arguments: input, as };
        const report = preview === true ? await client.calls.preview(call) : await client.calls.create(call);
        if (report.error !== undefined) throw new AppError(report.error.code, report.error.message);
        const { result, changed, changes = [] } = report;
        const shown = preview === true ? { result, changed, changes } : result;
        output.print(shown, () => JSON.stringify(shown, undefined, 2));
      });
    });
}

function parseArguments(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `The arguments are not valid JSON (${(error as Error).message}). Give an object such as {"search":"printer"}.`;
    throw new AppError('invalid_arguments', message, { cause: error });
  }
}

async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
