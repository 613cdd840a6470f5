import type { AdminClient } from '../../http/admin-client.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { findOwner, retryWhileOwned } from '../owner.ts';
import type { Session } from './session.ts';

/**
 * Gives the work the admin door of whoever owns the data folder: the process that serves it, when there is one, and
 * otherwise this one, which then owns the folder for as long as the work takes and listens to nothing.
 */
export async function withClient<T>(session: Session, work: (client: AdminClient) => Promise<T>): Promise<T> {
  return retryWhileOwned(session, session.ports, async () => {
    const socketPath = await findOwner(session);
    return socketPath === undefined ? withOwnCore(session, work) : withOwner(socketPath, work);
  });
}

async function withOwner<T>(socketPath: string, work: (client: AdminClient) => Promise<T>): Promise<T> {
  const [{ createRemoteClient }, { createSocketFetch }] = await Promise.all([
    import('../../http/admin-client.ts'),
    import('../../http/socket-fetch.ts'),
  ]);
  try {
    return await work(createRemoteClient(createSocketFetch(socketPath)));
  } catch (error) {
    throw explainBreak(error);
  }
}

async function withOwnCore<T>(session: Session, work: (client: AdminClient) => Promise<T>): Promise<T> {
  const [{ compose }, { createLocalClient }, { createInspection }] = await Promise.all([
    import('../../compose.ts'),
    import('../../http/admin-client.ts'),
    import('../../db/inspect-database.ts'),
  ]);
  const { folder, keepers, ports } = session;
  const core = compose({ folder, keepers, newDesk: 'demo' }, ports);
  try {
    const inspection = createInspection(core.database.connection);
    const context = { core, inspection, serving: () => undefined, actor: 'command-line', mayOpenFiles: true };
    return await work(createLocalClient(context));
  } finally {
    await core.close();
  }
}

/** An owner that is gone before anything was sent is no owner; one that goes later may have done the work. */
function explainBreak(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ECONNREFUSED' || code === 'ENOENT') {
    return new AppError('owned_elsewhere', 'The workbench that owns the data folder has just stopped. Try again.');
  }
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return new AppError(
      'busy',
      'The workbench stopped while it was working. Look at "activity" before you try again: the change may be made.',
      { cause: error },
    );
  }
  return error;
}
