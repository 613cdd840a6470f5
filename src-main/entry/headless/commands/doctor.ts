import type { Command } from 'commander';
import { defaultPort } from '../../../config/program.ts';
import { parsePort } from '../parse-options.ts';
import type { GlobalOptions } from '../session.ts';

const marks = { ok: 'ok     ', note: 'note   ', problem: 'PROBLEM' } as const;

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('check this machine, the data folder, the port and the keys, and say what to do')
    .option('--port <number>', 'the port that serve is to use', parsePort, defaultPort)
    .action(async (_options, command: Command) => {
      const [{ examine }, { createSession }] = await Promise.all([import('../examine.ts'), import('../session.ts')]);
      const options = command.optsWithGlobals<GlobalOptions & { port: number }>();
      const session = await createSession(options, 'warn');
      const checks = await examine(session, options.port);
      const ok = checks.every(({ level }) => level !== 'problem');
      session.output.print({ ok, dataDir: session.folder, checks }, () =>
        checks
          .flatMap(({ level, name, message, advice }) => [
            `${marks[level]}  ${name}: ${message}`,
            ...(advice === undefined ? [] : [`         ${advice}`]),
          ])
          .join('\n'),
      );
      if (!ok) process.exitCode = 1;
    });
}
