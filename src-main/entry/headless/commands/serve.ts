import type { Command } from 'commander';
import { defaultUiPort } from '../../../config/program.ts';
import type { GlobalOptions } from '../session.ts';
import { parsePort } from '../parse-options.ts';

interface Options extends GlobalOptions {
  readonly port?: number;
  readonly uiPort: number;
  /** False with `--no-ui`. */
  readonly ui: boolean;
  readonly enable?: true;
  readonly empty?: true;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('run the workbench until it is stopped')
    .option(
      '--port <number>',
      'the port on 127.0.0.1, before the one in the settings (4256); 0 takes any that is free',
      parsePort,
    )
    .option(
      '--ui-port <number>',
      'the port of the pages for a browser; 0 takes any that is free',
      parsePort,
      defaultUiPort,
    )
    .option('--no-ui', 'serve no pages for a browser')
    .option('--enable', 'turn the MCP endpoint on')
    .option('--empty', 'start a new data folder with an empty desk instead of the demo desk')
    .action(async (_options, command: Command) => {
      const [{ serve }, { createSession }] = await Promise.all([import('../serve.ts'), import('../session.ts')]);
      const options = command.optsWithGlobals<Options>();
      const session = await createSession(options, 'info');
      await serve(session, {
        port: options.port,
        ...(options.ui && { browser: { port: options.uiPort } }),
        enable: options.enable === true,
        newDesk: options.empty === true ? 'empty' : 'demo',
      });
    });
}
