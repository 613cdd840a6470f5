import type { ServiceListRow } from '../../../src-shared/api/services.ts';

type Shown = Pick<ServiceListRow, 'shownToUsers' | 'shownToAgents'>;

export function describeShownTo({ shownToUsers, shownToAgents }: Shown): string {
  if (shownToUsers && shownToAgents) return 'Users and agents';
  if (shownToUsers) return 'Users';
  return shownToAgents ? 'Agents' : 'Nobody';
}
