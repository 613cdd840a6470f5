import { Command, CommanderError } from 'commander';
import { programName, programVersion } from '../../config/program.ts';
import { commands } from './commands/index.ts';
import { describeFailure, usageExitCode } from './failures.ts';

/** Runs one command line and leaves its exit code for the process to end with. */
export async function runProgram(args: readonly string[]): Promise<void> {
  // Asked before the arguments are understood, because a failure to understand them is told in the same way.
  const json = args.includes('--json');
  // A reader that has seen enough, such as head, closes the pipe: nothing is wrong, and nobody is left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  // Something threw where nothing could catch it: what state that left is unknown, so the process ends.
  process.once('uncaughtException', (error) => {
    void reportFailure(error, json).then((exitCode) => process.exit(exitCode));
  });
  try {
    await createProgram(json).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return;
      // Without --json commander has printed its own sentence by now.
      if (json) printFailure({ code: 'usage', message: error.message.replace(/^error: /, '') }, json);
      process.exitCode = usageExitCode;
      return;
    }
    process.exitCode = await reportFailure(error, json);
  }
}

/** Says what failed and answers the exit code. */
async function reportFailure(error: unknown, json: boolean): Promise<number> {
  const { exitCode, unexpected, ...failure } = describeFailure(error);
  if (unexpected !== undefined) {
    const { createLog } = await import('./log.ts');
    createLog({ level: 'warn' }).error('The command failed unexpectedly.', { error: unexpected });
  }
  printFailure(failure, json);
  return exitCode;
}

function createProgram(json: boolean): Command {
  const program = new Command(programName)
    .description('A service desk with an MCP endpoint, on this machine and offline.')
    .version(programVersion)
    .option('--data-dir <folder>', 'the data folder (or HALO_MCP_WORKBENCH_DATA)')
    .option(
      '--passphrase-file <file>',
      'lock stored keys with what stands in the file (or HALO_MCP_WORKBENCH_PASSPHRASE)',
    )
    .option('--json', 'print one JSON document, failures too: {"error":{"code","message"}}')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nExit codes: 0 done; 1 fault, or doctor found a problem; 2 wrong arguments; 3 not found; 4 not allowed;\n' +
        '5 conflict; 6 the data folder is in use; 7 the port is in use; 8 the folder cannot be written; 9 the database\n' +
        'cannot be used; 10 a server elsewhere failed. Logs go to the standard error stream.',
    );
  for (const addTo of commands) addTo(program);
  for (const command of allCommands(program)) {
    command.exitOverride();
    command.showHelpAfterError('(Add --help to see what can be given.)');
    if (json) command.configureOutput({ writeErr: () => undefined, outputError: () => undefined });
  }
  return program;
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

function printFailure(failure: { code: string; message: string }, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ error: failure })}\n`);
  else process.stderr.write(`${failure.message}\n`);
}
