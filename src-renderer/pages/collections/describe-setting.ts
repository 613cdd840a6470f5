import type { CollectionVersionView } from '../../../src-shared/api/collections.ts';
import type { Lookups } from '../../../src-shared/api/lookups.ts';
import { nameLimit } from './name-limit.ts';

type Settings = NonNullable<CollectionVersionView['settings']>;

const labels: Readonly<Partial<Record<keyof Settings, string>>> = {
  name: 'Name',
  enabled: 'Enabled',
  includeAllSystemTools: 'Include all system functions',
  mode: 'Permissions',
  profile: 'Halo release',
  framing: 'Framing of replies',
  agentsSeePrivateNotes: 'Private notes for agents',
  noteVisibility: 'Notes that are written',
  limits: 'Data limits',
  callsPerMinute: 'Calls a minute',
};

export interface SettingDifference {
  readonly label: string;
  readonly then: string;
  readonly now: string;
}

/** The settings that differ, beside those of tools, in words. */
export function listSettingDifferences(
  then: Settings,
  now: Settings,
  lookups: Lookups | undefined,
): readonly SettingDifference[] {
  return Object.entries(labels).flatMap(([key, label]) => {
    const name = key as keyof Settings;
    const [one, other] = [describe(then, name, lookups), describe(now, name, lookups)];
    return one === other ? [] : [{ label, then: one, now: other }];
  });
}

function describe(settings: Settings, name: keyof Settings, lookups: Lookups | undefined): string {
  if (name === 'limits') return describeLimits(settings.limits, lookups);
  const value = settings[name];
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null) return 'No limit';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function describeLimits(
  { teamIds, clientIds, ticketTypeIds }: Settings['limits'],
  lookups: Lookups | undefined,
): string {
  const named = [
    ...teamIds.map((id) => nameLimit(lookups?.teams, id)),
    ...clientIds.map((id) => nameLimit(lookups?.clients, id)),
    ...ticketTypeIds.map((id) => nameLimit(lookups?.types, id)),
  ];
  return named.length === 0 ? 'None' : named.join(', ');
}
