/** What tickets are set up with, beside workflows and actions. */
export const setupKinds = [
  'ticket_type',
  'status',
  'priority',
  'sla',
  'calendar',
  'template',
  'field',
  'category',
] as const;

export type SetupKind = (typeof setupKinds)[number];

/** Those that are shown in an order of their own, which an administrator decides. */
export const orderedKinds = ['ticket_type', 'status', 'priority'] as const satisfies readonly SetupKind[];

export type OrderedKind = (typeof orderedKinds)[number];

export const ticketTypeKinds = ['incident', 'request', 'change', 'problem', 'other'] as const;

export const fieldKinds = ['text', 'long_text', 'number', 'date', 'choice', 'yes_no'] as const;

export type FieldKind = (typeof fieldKinds)[number];
