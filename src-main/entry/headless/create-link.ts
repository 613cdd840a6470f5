import { AppError } from '../../../src-shared/errors/app-error.ts';
import { findOwner } from '../owner.ts';
import type { Session } from './session.ts';
import { withClient } from './with-client.ts';

/** A new sign-in link of the process that serves the data folder. */
export async function createLink(session: Session): Promise<{ url: string; expiresAt: string }> {
  if ((await findOwner(session)) === undefined) {
    throw new AppError(
      'conflict',
      `No workbench is serving the data folder ${session.folder}. Start one with "serve", which prints a link.`,
    );
  }
  return withClient(session, (client) => client.signIn.createLink());
}
