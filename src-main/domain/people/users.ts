import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import { createUserRepository, type UserListRow, type UserRow } from '../../db/repositories/user-repository.ts';

export type { UserListRow, UserRow };

export function createUsers(connection: Connection) {
  const users = createUserRepository(connection);

  return {
    find: users.find,
    get(id: number): UserRow {
      const user = users.find(id);
      if (user === undefined)
        throw new AppError('not_found', `There is no user ${id}. Search for the user to find the id.`);
      return user;
    },
    findByEmail: users.findByEmail,
    listByIds: users.listByIds,
  };
}
