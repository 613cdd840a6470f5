import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CollectionVersionView, CollectionView } from '../../../src-shared/api/collections.ts';
import { api, client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { listSettingDifferences } from './describe-setting.ts';
import { DifferenceView } from './difference-view.tsx';
import classes from './collections.module.css';

interface Props {
  readonly collection: CollectionView;
  readonly version: CollectionVersionView;
  readonly isUnsaved: boolean;
  readonly onClose: () => void;
}

/** An earlier version beside the page: what going back to it would change, and going back. */
export function VersionPanel({ collection, version, isUnsaved, onClose }: Props) {
  const guard = useGuardedChange();
  const { settings: now, id } = collection;
  const { settings: then } = version;
  const isNow = version.version === collection.version;
  const { data: difference, error } = useQuery({
    ...api.collections.versionDifference.queryOptions({ input: { collection: id, restore: version.version } }),
    enabled: then !== undefined && !isNow,
  });
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const settings = then === undefined ? [] : listSettingDifferences(then, now, lookups);
  const restore = (): void =>
    guard.begin({
      verb: 'Restore',
      warn: async () => difference?.message,
      make: async () => {
        await client.collections.restore({ collection: id, version: collection.version, restore: version.version });
        return `The settings of version ${version.version} are saved as a new version.`;
      },
    });
  return (
    <SidePanel label={`Version ${version.version}`} title={`Version ${version.version}`} onClose={onClose}>
      <Properties
        list={[
          ['Saved', <RelativeTime key="at" at={version.at} />],
          ['By', version.by],
        ]}
      />
      {isNow ? (
        <p className={classes['version-note']}>This is what is saved now.</p>
      ) : (
        <>
          <div className={classes['panel-actions']}>
            <Button onClick={restore} disabled={isUnsaved || difference === undefined}>
              Restore this version
            </Button>
            {isUnsaved && <span className={classes['dim']}>Save or discard your changes first.</span>}
          </div>
          <ChangeNotice guard={guard} />
          {error !== null && <ErrorState error={error} what="The difference could not be read" />}
          {settings.length > 0 && (
            <table className={classes['settings']}>
              <thead>
                <tr>
                  <th scope="col">Setting</th>
                  <th scope="col">Now</th>
                  <th scope="col">When restored</th>
                </tr>
              </thead>
              <tbody>
                {settings.map((setting) => (
                  <tr key={setting.label}>
                    <th scope="row">{setting.label}</th>
                    <td className="foreign">{setting.now}</td>
                    <td className="foreign">{setting.then}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {difference !== undefined && <DifferenceView difference={difference} />}
        </>
      )}
    </SidePanel>
  );
}
