import { setupKinds } from './ticket-setup.ts';

/** The desk's records that have a page of their own, and a trace. */
export const recordKinds = [
  'ticket',
  'article',
  'user',
  'client',
  'site',
  'agent',
  'team',
  'asset',
  'service',
  'workflow',
  'outcome',
  ...setupKinds,
] as const;

export type RecordKind = (typeof recordKinds)[number];
