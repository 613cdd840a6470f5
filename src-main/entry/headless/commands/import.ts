import { type Command, Option } from 'commander';
import { importKinds, type ImportKind } from '../../../../src-shared/domain/import-plan.ts';
import { runCommand } from '../run-command.ts';

interface Options {
  readonly kind?: ImportKind;
  readonly mapping?: string;
  readonly source?: string;
  readonly dryRun?: true;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('bring the records of a file onto the desk: CSV, JSON, JSON Lines or XLSX, also gzipped')
    .argument('<file>')
    .addOption(new Option('--kind <kind>', 'what the file has; guessed without it').choices(importKinds))
    .option('--mapping <file>', 'a JSON file with the plan, or the name of a saved mapping; guessed without it')
    .option('--source <name>', "whose ids the file's are; the file's name without it")
    .option('--dry-run', 'read everything, and write nothing to the desk')
    .action(async (file: string, options: Options, command: Command) => {
      const { importFile } = await import('../import-file.ts');
      await runCommand(command, (client, output) => importFile(client, output, file, options));
    });
}
