import type { Command } from 'commander';
import type { AdminClient } from '../../http/admin-client.ts';
import type { Output } from './output.ts';
import type { GlobalOptions } from './session.ts';

/** What a command's action does with the core's admin door, wherever the core is. */
export async function runCommand(
  command: Command,
  work: (client: AdminClient, output: Output) => Promise<void>,
): Promise<void> {
  const [{ createSession }, { withClient }] = await Promise.all([import('./session.ts'), import('./with-client.ts')]);
  const session = await createSession(command.optsWithGlobals<GlobalOptions>(), 'warn');
  await withClient(session, (client) => work(client, session.output));
}
