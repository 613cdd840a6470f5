import { scopes, type Scope } from '../../../src-shared/domain/scopes.ts';

const areas: Readonly<Record<string, string>> = {
  tickets: 'tickets and their actions',
  customers: 'users, clients and sites',
  timesheets: 'everybody’s time entries',
  kb: 'knowledge base articles',
  assets: 'assets',
  softwarelicensing: 'software licences',
  sos: 'sales orders',
  pos: 'purchase orders',
  crm: 'sales contacts',
};

const whole: Readonly<Record<string, string>> = {
  all: 'Everything, administration included',
  'all:standard': 'Everything but administration',
  admin: 'Administration of Halo',
  'editMine:timesheets': 'Read and change the person’s own time entries',
  'access:chat': 'Chat',
  'access:adpasswordreset': 'Reset of directory passwords',
};

/** What a scope allows, in plain words. */
export function describeScope(scope: string): string {
  const known = whole[scope];
  if (known !== undefined) return known;
  const [verb, area = ''] = scope.split(':');
  return `${verb === 'edit' ? 'Read and change' : 'Read'} ${areas[area] ?? area}`;
}

/** Scopes that a tool of the workbench can need; Halo knows the others, and no tool here asks for them. */
const used: ReadonlySet<Scope> = new Set<Scope>([
  ...(['all', 'all:standard'] as const),
  ...(['read:tickets', 'edit:tickets', 'read:kb', 'read:customers', 'read:assets'] as const),
  ...(['edit:timesheets', 'editMine:timesheets'] as const),
]);

/** Every scope as the choices of a select, those that tools need first. */
export const scopeChoices = [
  { group: 'Needed by tools', items: scopes.filter((scope) => used.has(scope)) },
  { group: 'Known to Halo, needed by no tool here', items: scopes.filter((scope) => !used.has(scope)) },
];
