import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createUserRepository, type UserListRow, type UserRow } from '../../db/repositories/user-repository.ts';
import type { Viewer } from '../viewer.ts';

export type { UserListRow, UserRow };

/** Whoever acts may know of themselves, whatever else an endpoint shows. */
const self: Viewer = { audience: 'users', seesPrivate: false, tickets: { kind: 'none' } };

export function createUsers(connection: Connection) {
  const users = createUserRepository(connection);

  const get = (viewer: Viewer, id: number): UserRow => {
    const user = users.find(viewer, id);
    if (user === undefined)
      throw new AppError('not_found', `There is no user ${id}. Search for the user to find the id.`);
    return user;
  };

  return {
    get,
    getSelf: (id: number): UserRow => get(self, id),
    findByEmail: users.findByEmail,
    listByIds: users.listByIds,
  };
}
