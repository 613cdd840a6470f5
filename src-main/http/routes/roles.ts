import { os } from '../implementer.ts';

export const roleRoutes = {
  list: os.roles.list.handler(({ context: { core } }) =>
    core.desk.lookups
      .listRoles()
      .map(({ administrator, ...role }) => ({ ...role, administrator: administrator === 1 })),
  ),
};
