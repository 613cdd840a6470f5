import type { ImportView } from '../../../src-shared/api/imports.ts';
import { StateBadge, type State } from '../../components/state-badge.tsx';

const words: Readonly<Record<ImportView['state'], readonly [State, string]>> = {
  running: ['info', 'Running'],
  finished: ['good', 'Finished'],
  cancelled: ['quiet', 'Cancelled'],
  failed: ['bad', 'Failed'],
  removing: ['warn', 'Being taken off'],
  removed: ['quiet', 'Taken back'],
};

export function ImportStateBadge({ state }: Pick<ImportView, 'state'>) {
  const [look, word] = words[state];
  return <StateBadge state={look}>{word}</StateBadge>;
}
