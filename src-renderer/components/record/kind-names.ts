import type { PagedKind } from './record-path.ts';

/** What a record of each kind is called. */
export const kindNames: Readonly<Record<PagedKind, string>> = {
  ticket: 'Ticket',
  article: 'Article',
  user: 'User',
  client: 'Client',
  agent: 'Agent',
  team: 'Team',
  asset: 'Asset',
  service: 'Service',
  workflow: 'Workflow',
  outcome: 'Action',
  ticket_type: 'Ticket type',
  status: 'Status',
  priority: 'Priority',
  sla: 'SLA',
  calendar: 'Calendar',
  template: 'Template',
  field: 'Custom field',
  category: 'Category',
};
