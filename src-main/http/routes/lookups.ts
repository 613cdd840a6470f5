import { os } from '../implementer.ts';

export const lookupRoutes = {
  get: os.lookups.get.handler(({ context: { core } }) => {
    const { lookups } = core.desk;
    return {
      statuses: lookups.listStatuses().map(({ holdsSla, ...status }) => ({ ...status, holdsSla: holdsSla === 1 })),
      types: lookups.listTypes().map(({ id, name, ...type }) => ({
        ...{ id, name },
        inactive: type.inactive === 1,
        agentsCanLog: type.agentsCanLog === 1,
        usersCanLog: type.usersCanLog === 1,
        isDefault: type.isDefault === 1,
      })),
      priorities: lookups.listPriorities(),
      slas: lookups.listSlas(),
      calendars: lookups.listCalendars(),
      workflows: lookups.listWorkflows(),
      outcomes: lookups.listOutcomes().map(({ inactive, ...outcome }) => ({ ...outcome, inactive: inactive === 1 })),
      fields: lookups.listFields(),
      categories: lookups.listCategories(),
      teams: lookups.listTeams().map(({ inactive, ...team }) => ({ ...team, inactive: inactive === 1 })),
      agents: lookups.listAgents().map(({ id, name, ...agent }) => ({
        ...{ id, name },
        disabled: agent.disabled === 1,
        apiOnly: agent.apiOnly === 1,
        teamIds: JSON.parse(agent.teamIds) as number[],
      })),
      roles: lookups
        .listRoles()
        .map(({ id, name, administrator }) => ({ id, name, administrator: administrator === 1 })),
      assetTypes: lookups.listAssetTypes(),
      assetStatuses: lookups.listAssetStatuses(),
      articleLists: lookups.listArticleLists(),
      serviceCategories: lookups.listServiceCategories(),
      clients: lookups.listClients().map(({ inactive, ...client }) => ({ ...client, inactive: inactive === 1 })),
    };
  }),
};
