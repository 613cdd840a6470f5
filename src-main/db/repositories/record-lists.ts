import { madeByColumns } from './made-by-columns.ts';
import { setupLists } from './setup-lists.ts';

/** A list of records: its tables (the record's own as `r`), what a row shows, and what it is sorted, searched and filtered by. */
interface ListDefinition {
  readonly from: string;
  readonly columns: string;
  /** SQL by the name that the call has for it. */
  readonly sorts: Readonly<Record<string, string>>;
  /** Texts of which one must contain each word of a search. */
  readonly searched: readonly string[];
  /** Conditions with one parameter each, by the name that the call has for it. */
  readonly filters: Readonly<Record<string, string>>;
  /** One number over all the rows that the filters leave. */
  readonly sum?: string;
}

const openTickets = (condition: string): string =>
  `(SELECT count(*) FROM desk_ticket t WHERE ${condition}
    AND t.status_id IN (SELECT id FROM desk_status WHERE kind = 'open'))`;
const usersOf = (condition: string): string => `(SELECT count(*) FROM desk_user u WHERE ${condition})`;
const sitesOfClient = 'SELECT x.id FROM desk_site x WHERE x.client_id = r.id';
const openOfClient = openTickets(`t.site_id IN (${sitesOfClient})`);
const usersOfClient = usersOf(`u.site_id IN (${sitesOfClient})`);
const stepsOfWorkflow = '(SELECT count(*) FROM desk_workflow_step x WHERE x.workflow_id = r.id AND x.removed = 0)';
const openOfWorkflow = openTickets('t.type_id IN (SELECT y.id FROM desk_ticket_type y WHERE y.workflow_id = r.id)');
const stepsOfOutcome = '(SELECT count(*) FROM desk_step_outcome x WHERE x.outcome_id = r.id)';
const place = 's.id AS siteId, s.name AS siteName, c.id AS clientId, c.name AS clientName';
const placeTables = 'JOIN desk_site s ON s.id = r.site_id JOIN desk_client c ON c.id = s.client_id';

export const recordLists = {
  articles: {
    from: 'desk_article r LEFT JOIN desk_agent a ON a.id = r.created_by_agent_id',
    columns: `r.id, r.title, r.tags, r.audience, r.inactive, a.id AS createdById, a.name AS createdByName,
      r.created_at AS createdAt, r.edited_at AS editedAt, r.useful, r.not_useful AS notUseful, ${madeByColumns('desk_article', 'r')}`,
    sorts: {
      title: 'r.title COLLATE NOCASE',
      id: 'r.id',
      editedAt: 'r.edited_at',
      createdAt: 'r.created_at',
      useful: 'r.useful',
    },
    searched: ['r.title', 'r.tags', 'r.description', 'r.resolution'],
    filters: {
      listId: 'r.id IN (SELECT article_id FROM desk_article_in_list WHERE list_id = ?)',
      audience: 'r.audience = ?',
      madeByAi: '(r.virtual_agent_id IS NOT NULL) = ?',
      inactive: 'r.inactive = ?',
    },
  },
  users: {
    from: `desk_user r ${placeTables}`,
    columns: `r.id, r.name, r.email, r.phone, r.job_title AS jobTitle, r.department, ${place}, r.important, r.inactive`,
    sorts: {
      name: 'r.name',
      id: 'r.id',
      email: 'r.email',
      client: 'c.name',
      site: 's.name',
      department: 'r.department COLLATE NOCASE',
      createdAt: 'r.created_at',
    },
    searched: ['r.name', 'r.email', 'r.phone', 'r.job_title', 'r.department', 's.name', 'c.name'],
    filters: {
      clientId: 's.client_id = ?',
      siteId: 'r.site_id = ?',
      inactive: 'r.inactive = ?',
      important: 'r.important = ?',
    },
  },
  clients: {
    from: 'desk_client r',
    columns: `r.id, r.name, r.inactive, r.created_at AS createdAt, ${openOfClient} AS openTickets,
      ${usersOfClient} AS users, (SELECT count(*) FROM (${sitesOfClient})) AS sites`,
    sorts: {
      name: 'r.name',
      id: 'r.id',
      createdAt: 'r.created_at',
      sites: `(SELECT count(*) FROM (${sitesOfClient}))`,
      users: usersOfClient,
      openTickets: openOfClient,
    },
    searched: ['r.name', 'r.notes'],
    filters: { inactive: 'r.inactive = ?' },
  },
  sites: {
    from: 'desk_site r JOIN desk_client c ON c.id = r.client_id',
    columns: `r.id, r.name, c.id AS clientId, c.name AS clientName, r.address, r.phone, r.inactive,
      ${usersOf('u.site_id = r.id')} AS users`,
    sorts: { name: 'r.name', id: 'r.id', client: 'c.name', users: usersOf('u.site_id = r.id') },
    searched: ['r.name', 'r.address', 'r.phone', 'c.name'],
    filters: { clientId: 'r.client_id = ?', inactive: 'r.inactive = ?' },
  },
  agents: {
    from: 'desk_agent r JOIN desk_role o ON o.id = r.role_id',
    columns: `r.id, r.name, r.email, r.initials, r.job_title AS jobTitle, o.id AS roleId, o.name AS roleName,
      r.api_only AS apiOnly, r.disabled, ${openTickets('t.agent_id = r.id')} AS openTickets,
      (SELECT json_group_array(json_object('id', m.id, 'name', m.name)) FROM (SELECT e.id, e.name FROM desk_agent_team x
        JOIN desk_team e ON e.id = x.team_id WHERE x.agent_id = r.id ORDER BY e.name) m) AS teams`,
    sorts: {
      name: 'r.name',
      id: 'r.id',
      email: 'r.email',
      role: 'o.name',
      openTickets: openTickets('t.agent_id = r.id'),
      createdAt: 'r.created_at',
    },
    searched: ['r.name', 'r.email', 'r.job_title', 'o.name'],
    filters: {
      teamId: 'r.id IN (SELECT agent_id FROM desk_agent_team WHERE team_id = ?)',
      roleId: 'r.role_id = ?',
      disabled: 'r.disabled = ?',
    },
  },
  teams: {
    from: 'desk_team r',
    columns: `r.id, r.name, r.inactive, ${openTickets('t.team_id = r.id')} AS openTickets,
      (SELECT count(*) FROM desk_agent_team x WHERE x.team_id = r.id) AS agents`,
    sorts: {
      name: 'r.name',
      id: 'r.id',
      agents: '(SELECT count(*) FROM desk_agent_team x WHERE x.team_id = r.id)',
      openTickets: openTickets('t.team_id = r.id'),
    },
    searched: ['r.name'],
    filters: { inactive: 'r.inactive = ?' },
  },
  assets: {
    from: `desk_asset r JOIN desk_asset_type y ON y.id = r.type_id ${placeTables}
      LEFT JOIN desk_user u ON u.id = r.user_id`,
    columns: `r.id, r.tag, y.id AS typeId, y.name AS typeName, ${place}, u.id AS userId, u.name AS userName, r.status,
      r.manufacturer, r.model, r.serial_number AS serialNumber, r.warranty_ends_at AS warrantyEndsAt, r.inactive`,
    sorts: {
      tag: 'r.tag',
      id: 'r.id',
      type: 'y.name',
      client: 'c.name',
      user: 'u.name',
      status: 'r.status COLLATE NOCASE',
      manufacturer: 'r.manufacturer COLLATE NOCASE',
      warrantyEndsAt: 'r.warranty_ends_at',
      createdAt: 'r.created_at',
    },
    searched: [
      'r.tag',
      'r.manufacturer',
      'r.model',
      'r.serial_number',
      'y.name',
      'u.name',
      'u.email',
      's.name',
      'c.name',
    ],
    filters: {
      typeId: 'r.type_id = ?',
      clientId: 's.client_id = ?',
      siteId: 'r.site_id = ?',
      userId: 'r.user_id = ?',
      status: 'r.status = ? COLLATE NOCASE',
      inactive: 'r.inactive = ?',
    },
  },
  services: {
    from: 'desk_service r JOIN desk_service_category k ON k.id = r.category_id',
    columns: `r.id, r.name, k.id AS categoryId, k.name AS categoryName, r.summary, r.shown_to_users AS shownToUsers,
      r.shown_to_agents AS shownToAgents, r.inactive, r.cost_minor AS costMinor, r.currency`,
    sorts: { name: 'r.name', id: 'r.id', category: 'k.name', cost: 'r.cost_minor' },
    searched: ['r.name', 'r.summary', 'r.details', 'k.name'],
    filters: {
      categoryId: 'r.category_id = ?',
      shownTo: "CASE ? WHEN 'users' THEN r.shown_to_users ELSE r.shown_to_agents END = 1",
      inactive: 'r.inactive = ?',
    },
  },
  workflows: {
    from: '(SELECT * FROM desk_workflow WHERE removed = 0) r',
    columns: `r.id, r.name, ${stepsOfWorkflow} AS steps, ${openOfWorkflow} AS openTickets,
      (SELECT json_group_array(json_object('id', y.id, 'name', y.name)) FROM (SELECT id, name FROM desk_ticket_type
        WHERE workflow_id = r.id ORDER BY sequence, id) y) AS types`,
    sorts: { name: 'r.name', id: 'r.id', steps: stepsOfWorkflow, openTickets: openOfWorkflow },
    searched: [
      'r.name',
      '(SELECT group_concat(name) FROM desk_workflow_step WHERE workflow_id = r.id AND removed = 0)',
      '(SELECT group_concat(name) FROM desk_ticket_type WHERE workflow_id = r.id)',
    ],
    filters: {},
  },
  outcomes: {
    from: 'desk_outcome r LEFT JOIN desk_status st ON st.id = r.status_id',
    columns: `r.id, r.name, r.label, r.quick, r.for_agents AS forAgents, r.for_users AS forUsers, r.always, r.private,
      st.id AS statusId, st.name AS statusName, st.kind AS statusKind, ${stepsOfOutcome} AS steps, r.inactive`,
    sorts: {
      name: 'r.name',
      id: 'r.id',
      status: 'st.name',
      steps: stepsOfOutcome,
    },
    searched: ['r.name', 'r.label', 'r.note', 'st.name'],
    filters: {
      workflowId: `r.id IN (SELECT so.outcome_id FROM desk_step_outcome so
        JOIN desk_workflow_step s ON s.id = so.step_id WHERE s.workflow_id = ?)`,
      audience: "CASE ? WHEN 'users' THEN r.for_users ELSE r.for_agents END = 1",
      quick: 'r.quick = ?',
      inactive: 'r.inactive = ?',
    },
  },
  time: {
    from: 'desk_time_entry r JOIN desk_agent a ON a.id = r.agent_id LEFT JOIN desk_ticket t ON t.id = r.ticket_id',
    columns: `r.id, a.id AS agentId, a.name AS agentName, t.id AS ticketId, t.summary AS ticketSummary, r.note,
      r.started_at AS startedAt, r.seconds`,
    sorts: { startedAt: 'r.started_at', id: 'r.id', seconds: 'r.seconds', agent: 'a.name' },
    searched: ['r.note', 'a.name', 't.summary'],
    filters: {
      agentId: 'r.agent_id = ?',
      ticketId: 'r.ticket_id = ?',
      from: 'r.started_at >= ?',
      to: 'r.started_at < ?',
    },
    sum: 'r.seconds',
  },
  ...setupLists,
} satisfies Readonly<Record<string, ListDefinition>>;

export type RecordListName = keyof typeof recordLists;
