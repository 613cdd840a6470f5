import type { Command } from 'commander';
import type { GlobalOptions } from '../session.ts';

export function addLink(program: Command): void {
  program
    .command('link')
    .description('make a link that signs a browser in to the workbench that runs, once and within ten minutes')
    .action(async (_options, command: Command) => {
      const [{ createLink }, { createSession }] = await Promise.all([
        import('../create-link.ts'),
        import('../session.ts'),
      ]);
      const session = await createSession(command.optsWithGlobals<GlobalOptions>(), 'warn');
      const link = await createLink(session);
      session.output.print(link, () => link.url);
    });
}
