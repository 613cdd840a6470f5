import type { AgentListRow } from '../../../src-shared/api/agents.ts';
import { ActiveBadge } from '../../components/record/active-badge.tsx';
import { StateBadge } from '../../components/state-badge.tsx';

export function AgentState({ agent }: { readonly agent: Pick<AgentListRow, 'apiOnly' | 'disabled'> }) {
  const { apiOnly, disabled } = agent;
  if (apiOnly && !disabled) return <StateBadge state="info">API only</StateBadge>;
  return <ActiveBadge inactive={disabled} word="Disabled" />;
}
