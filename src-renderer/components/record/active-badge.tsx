import { StateBadge } from '../state-badge.tsx';

interface Props {
  readonly inactive: boolean;
  /** What the inactive one is called. */
  readonly word?: string;
}

export function ActiveBadge({ inactive, word = 'Inactive' }: Props) {
  return <StateBadge state={inactive ? 'quiet' : 'good'}>{inactive ? word : 'Active'}</StateBadge>;
}
