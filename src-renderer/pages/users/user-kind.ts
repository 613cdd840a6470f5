import type { UserRecord } from '../../../src-shared/api/users.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { UserDetails } from './user-details.tsx';
import { userForm, type UserValues } from './user-form.tsx';

export const userKind: DeskKind<UserRecord, UserValues> = {
  kind: 'user',
  one: 'User',
  many: 'Users',
  list: 'Users',
  path: '/users',
  query: (id) => api.users.get.queryOptions({ input: { id } }),
  titleOf: ({ name }) => name,
  Details: UserDetails,
  form: userForm,
};
