import type { Command } from 'commander';
import { defaultPort } from '../../../config/program.ts';
import type { GlobalOptions } from '../session.ts';
import { parsePort } from '../parse-options.ts';

interface Options extends GlobalOptions {
  readonly port: number;
  readonly enable?: true;
  readonly empty?: true;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('run the workbench until it is stopped')
    .option('--port <number>', 'the port on 127.0.0.1; 0 takes any that is free', parsePort, defaultPort)
    .option('--enable', 'turn the MCP endpoint on')
    .option('--empty', 'start a new data folder with an empty desk instead of the demo desk')
    .action(async (_options, command: Command) => {
      const [{ serve }, { createSession }] = await Promise.all([import('../serve.ts'), import('../session.ts')]);
      const options = command.optsWithGlobals<Options>();
      const session = await createSession(options, 'info');
      await serve(session, {
        port: options.port,
        enable: options.enable === true,
        newDesk: options.empty === true ? 'empty' : 'demo',
      });
    });
}
