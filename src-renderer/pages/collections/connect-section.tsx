import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { ConnectDetails } from '../../components/endpoint/connect-details.tsx';
import type { ChangeCollectionUrl, CollectionUrl } from './collection-url-state.ts';

interface Props {
  readonly collection: CollectionView;
  readonly url: CollectionUrl;
  readonly onChange: ChangeCollectionUrl;
}

export function ConnectSection({ collection, url: shown, onChange }: Props) {
  const { id, url, alias, formerAliases, settings } = collection;
  return (
    <ConnectDetails
      id={id}
      name={settings.name}
      enabled={settings.enabled}
      url={url}
      hint={settings.enabled ? undefined : 'It answers once the collection is enabled and saved.'}
      further={[
        ...(alias === undefined ? [] : [{ label: 'Readable address', url: alias, note: 'Follows the name.' }]),
        ...formerAliases.map((former) => ({
          label: 'Earlier address',
          url: former,
          note: 'Works until another collection takes it.',
        })),
      ]}
      shown={shown}
      onShow={(change) => onChange(change, { replace: true })}
    />
  );
}
