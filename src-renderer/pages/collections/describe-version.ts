import type { CollectionVersionView } from '../../../src-shared/api/collections.ts';

type Settings = NonNullable<CollectionVersionView['settings']>;

const names: Readonly<Record<Exclude<keyof Settings, 'enabled' | 'tools' | 'slug' | 'customTools'>, string>> = {
  name: 'name',
  type: 'type',
  includeAllSystemTools: 'include all',
  mode: 'permissions',
  profile: 'release',
  framing: 'framing',
  agentsSeePrivateNotes: 'private notes',
  noteVisibility: 'note visibility',
  descriptions: 'descriptions',
  limits: 'data limits',
  callsPerMinute: 'rate limit',
};

/** What a save changed, against the one before it. */
export function describeVersion(now: Settings | undefined, before: Settings | undefined): string {
  if (now === undefined) return 'Deleted';
  if (before === undefined) return 'Made';
  const differs = (name: keyof Settings): boolean => JSON.stringify(now[name]) !== JSON.stringify(before[name]);
  const parts = [
    ...(differs('enabled') ? [now.enabled ? 'enabled' : 'disabled'] : []),
    ...(differs('tools') ? [describeNames('tools', now.tools, before.tools)] : []),
    ...(differs('customTools') ? [describeNames('custom tools', toNames(now), toNames(before))] : []),
    ...(Object.keys(names) as (keyof typeof names)[]).filter(differs).map((name) => names[name]),
  ];
  const all = parts.join(', ');
  return all === '' ? 'Nothing' : all.charAt(0).toUpperCase() + all.slice(1);
}

function toNames({ customTools }: Settings): string[] {
  return customTools.map(({ name }) => name);
}

function describeNames(what: string, now: readonly string[], before: readonly string[]): string {
  const added = now.filter((name) => !before.includes(name)).length;
  const removed = before.filter((name) => !now.includes(name)).length;
  const counts = [...(added > 0 ? [`+${added}`] : []), ...(removed > 0 ? [`−${removed}`] : [])];
  return [what, ...counts].join(' ');
}
