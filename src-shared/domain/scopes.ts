/** Halo's API scopes (HALO.md 2.1). `edit:x` includes `read:x`; `all` includes every other. */
const areas = [
  'tickets',
  'calendar',
  'customers',
  'crm',
  'timesheets',
  'contracts',
  'suppliers',
  'items',
  'projects',
  'sales',
  'quotes',
  'sos',
  'pos',
  'invoices',
  'reporting',
  'software',
  'softwarelicensing',
  'kb',
  'assets',
] as const;

type Area = (typeof areas)[number];
export type Scope =
  | 'all'
  | 'all:standard'
  | 'admin'
  | `${'read' | 'edit'}:${Area}`
  | 'editMine:timesheets'
  | 'access:chat'
  | 'access:adpasswordreset';

export const scopes: readonly Scope[] = [
  'all',
  'all:standard',
  'admin',
  ...areas.flatMap((area) => [`read:${area}`, `edit:${area}`] as const),
  'editMine:timesheets',
  'access:chat',
  'access:adpasswordreset',
];

const known: ReadonlySet<string> = new Set(scopes);

export function isScope(text: string): text is Scope {
  return known.has(text);
}

/** Whether holding `held` covers `needed`. `all:standard` covers everything but `admin`, and so not `all` either. */
export function coversScope(held: ReadonlySet<Scope>, needed: Scope): boolean {
  if (held.has('all') || held.has(needed)) return true;
  if (held.has('all:standard') && needed !== 'admin' && needed !== 'all') return true;
  if (needed.startsWith('read:')) return held.has(`edit:${needed.slice(5)}` as Scope);
  return needed === 'editMine:timesheets' && held.has('edit:timesheets');
}
