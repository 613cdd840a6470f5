import type { ImportKind, ImportPlan } from '../../../src-shared/domain/import-plan.ts';

/** A system whose exports are known: what its columns are for is written down rather than guessed. */
export interface KnownSource {
  readonly name: string;
  readonly kind: ImportKind;
  /** Columns that only it has together. */
  readonly marks: readonly string[];
  readonly columns: ImportPlan['columns'];
  readonly only?: NonNullable<ImportPlan['only']>;
  /** Guess the other fields by the names of columns. */
  readonly guessOthers: boolean;
  /** Columns that are not to be taken for anything else. */
  readonly ignored?: readonly string[];
}

const named = (name: string) => ({ as: 'name', name }) as const;

const netBox = (model: string, take = 'name') => ({ model, take });

export const knownSources: readonly KnownSource[] = [
  {
    name: 'Halo tickets',
    kind: 'ticket',
    marks: ['dateoccurred', 'summary'],
    columns: {
      type: { column: 'tickettype_name' },
      status: { column: 'status_name' },
      priority: { column: 'priority.name' },
      category: { column: 'category_1' },
      user: { column: 'user_email' },
      closureNote: { column: 'clearance_note' },
    },
    guessOthers: true,
  },
  {
    name: 'Halo actions',
    kind: 'action',
    marks: ['ticket_id', 'outcome', 'who'],
    columns: {
      at: { column: 'datetime' },
      note: { column: 'note' },
      by: { column: 'who' },
      hours: { column: 'timetaken' },
    },
    guessOthers: true,
  },
  {
    name: 'Halo agents',
    kind: 'agent',
    marks: ['name', 'isdisabled'],
    columns: { email: { column: 'email' }, jobTitle: { column: 'jobtitle' } },
    guessOthers: true,
  },
  {
    name: 'Halo assets',
    kind: 'asset',
    marks: ['inventory_number'],
    columns: { model: { column: 'key_field' }, serialNumber: { column: 'key_field2' } },
    guessOthers: true,
  },
  {
    name: 'Halo users',
    kind: 'user',
    marks: ['emailaddress', 'site_name'],
    columns: {},
    ignored: ['title', 'linked_agent_id', 'is_agent'],
    guessOthers: true,
  },
  {
    name: 'Halo articles',
    kind: 'article',
    marks: ['name', 'description', 'resolution', 'useful_count'],
    columns: { id: { column: 'id' } },
    ignored: ['ticket_id'],
    guessOthers: true,
  },
  {
    name: 'Halo clients',
    kind: 'client',
    marks: ['toplevel_id', 'messagegroup_id', 'actionemail'],
    columns: {},
    guessOthers: true,
  },
  {
    name: 'Issue tracker (Trac)',
    kind: 'ticket',
    marks: ['reporter', 'component', 'events', 'opened'],
    columns: {
      id: { column: 'id' },
      number: { column: 'id' },
      summary: { column: 'summary' },
      details: { column: 'description' },
      type: { column: 'type' },
      status: {
        column: 'status',
        values: {
          new: named('New'),
          assigned: named('In progress'),
          open: named('In progress'),
          pending: named('Awaiting user'),
          reopened: named('Reopened'),
          closed: named('Closed'),
        },
      },
      priority: { column: 'priority' },
      category: { column: 'component' },
      user: { column: 'reporter' },
      agent: { column: 'owner' },
      openedAt: { column: 'opened' },
      closedAt: { column: 'closed' },
      lastActionAt: { column: 'modified' },
      closureNote: { column: 'resolution' },
      parent: { column: 'duplicate_of' },
      entries: { column: 'events' },
      'custom:Milestone': { column: 'milestone' },
      'custom:Version': { column: 'version' },
      'custom:Keywords': { column: 'keywords' },
      'custom:Blocked by': { column: 'blocked_by' },
      'custom:Blocking': { column: 'blocking' },
    },
    guessOthers: false,
  },
  {
    name: 'People of an issue tracker',
    kind: 'user',
    marks: ['name', 'email', 'reported', 'owned', 'comments'],
    columns: {
      id: { column: 'id' },
      name: { column: 'name' },
      email: { column: 'email' },
      // Whoever comments so often works on the tickets rather than asks.
      isAgent: { column: 'comments', atLeast: 30 },
    },
    guessOthers: false,
  },
  {
    name: 'ServiceNow incidents (event log)',
    kind: 'ticket',
    marks: ['incident_state', 'caller_id', 'u_symptom'],
    columns: {
      id: { column: 'number' },
      number: { column: 'number' },
      summary: { column: 'u_symptom', constant: 'Incident without a symptom' },
      type: { constant: 'Incident' },
      status: { column: 'incident_state' },
      priority: { column: 'priority' },
      category: { column: 'category' },
      user: { column: 'caller_id' },
      site: { column: 'location' },
      team: { column: 'assignment_group' },
      agent: { column: 'assigned_to', missing: 'create' },
      openedAt: { column: 'opened_at' },
      closedAt: { column: 'closed_at' },
      lastActionAt: { column: 'sys_updated_at' },
      closureNote: { column: 'closed_code' },
      'custom:Subcategory': { column: 'subcategory' },
      'custom:Configuration item': { column: 'cmdb_ci' },
      'custom:Contact type': { column: 'contact_type' },
      'custom:Resolved by': { column: 'resolved_by' },
      'custom:Opened by': { column: 'opened_by' },
    },
    guessOthers: false,
  },
  {
    name: 'ServiceNow incidents',
    kind: 'ticket',
    marks: ['number', 'short_description', 'opened_at'],
    columns: { type: { constant: 'Incident' }, agent: { column: 'assigned_to', missing: 'create' } },
    ignored: ['sys_updated_by'],
    guessOthers: true,
  },
  {
    name: 'ServiceNow users',
    kind: 'user',
    marks: ['sys_id', 'user_name', 'name'],
    columns: { name: { column: 'name' }, jobTitle: { column: 'title' } },
    ignored: ['manager', 'schedule'],
    guessOthers: true,
  },
  {
    name: 'Support articles (Microsoft)',
    kind: 'article',
    marks: ['title', 'body', 'product', 'applies_to'],
    columns: {
      id: { column: 'id' },
      number: { column: 'kb_number' },
      title: { column: 'title' },
      description: { column: 'body' },
      tags: { column: 'applies_to' },
      lists: { column: 'product' },
      createdAt: { column: 'date' },
    },
    guessOthers: false,
  },
  {
    name: 'NetBox devices',
    kind: 'asset',
    marks: ['model', 'pk', 'device_type', 'asset_tag'],
    only: [{ column: 'model', values: ['dcim.device'] }],
    columns: {
      id: { column: 'pk' },
      tag: { column: 'name' },
      type: { column: 'role', via: [netBox('dcim.devicerole')] },
      client: { column: 'tenant', via: [netBox('tenancy.tenant')] },
      site: { column: 'site', via: [netBox('dcim.site')] },
      status: { column: 'status' },
      manufacturer: {
        column: 'device_type',
        via: [netBox('dcim.devicetype', 'manufacturer'), netBox('dcim.manufacturer')],
      },
      model: { column: 'device_type', via: [netBox('dcim.devicetype', 'fields.model')] },
      serialNumber: { column: 'serial' },
      notes: { column: 'comments' },
      createdAt: { column: 'created' },
      'custom:Asset tag': { column: 'asset_tag' },
      'custom:Rack': { column: 'rack', via: [netBox('dcim.rack')] },
      'custom:Position': { column: 'position' },
      'custom:Platform': { column: 'platform', via: [netBox('dcim.platform')] },
    },
    guessOthers: false,
  },
];
