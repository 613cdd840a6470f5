import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { CopyLine } from '../../components/copy-line.tsx';
import { formatNumber } from '../../components/format-number.ts';
import { Properties } from '../../components/record/properties.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { CollectionActions } from './collection-actions.tsx';
import { describeLimits } from './describe-limits.ts';
import { typeNames } from './type-names.ts';
import classes from './collections.module.css';

interface Props {
  readonly collection: CollectionView;
  readonly onClose: () => void;
  readonly onCloned: (id: string) => void;
}

/** A collection beside the list. It is changed on its own page. */
export function CollectionPanel({ collection, onClose, onCloned }: Props) {
  const guard = useGuardedChange();
  const { id, settings, url, listing, connectedClients, savedAt, savedBy } = collection;
  return (
    <SidePanel
      label={`Collection ${settings.name}`}
      title={settings.name}
      page={`/collections/${id}`}
      onClose={onClose}
    >
      <Properties
        list={[
          [
            'State',
            <StateBadge key="state" state={settings.enabled ? 'good' : 'quiet'}>
              {settings.enabled ? 'Enabled' : 'Disabled'}
            </StateBadge>,
          ],
          ['Type', typeNames[settings.type]],
          [
            'Tools',
            settings.includeAllSystemTools ? `All system tools: ${listing.tools}` : formatNumber(listing.tools),
          ],
          ['Tokens to list them', `about ${formatNumber(listing.estimatedTokens)}`],
          ['Connected clients', formatNumber(connectedClients)],
          ['Limits', describeLimits(settings)],
          [
            'Last change',
            <span key="saved">
              <RelativeTime at={savedAt} /> by {savedBy}
            </span>,
          ],
          [
            'Server URL',
            url === undefined ? undefined : <CopyLine text={url} what="the address of the server" />,
            'wide',
          ],
        ]}
      />
      <div className={classes['panel-actions']}>
        <Button component={Link} to={`/collections/${id}`}>
          Edit
        </Button>
        <CollectionActions collection={collection} guard={guard} onCloned={onCloned} onDeleted={onClose} />
      </div>
      <ChangeNotice guard={guard} />
    </SidePanel>
  );
}
