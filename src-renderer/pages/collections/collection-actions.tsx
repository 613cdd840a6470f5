import { Button } from '@mantine/core';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { client } from '../../api/client.ts';
import type { Guard } from '../../components/change/use-guarded-change.ts';
import { describeDeletion } from './describe-deletion.ts';

interface Props {
  readonly collection: CollectionView;
  readonly guard: Guard;
  /** Told the id of the copy. */
  readonly onCloned: (id: string) => void;
  readonly onDeleted: () => void;
}

export function CollectionActions({ collection, guard, onCloned, onDeleted }: Props) {
  const { id, version, settings } = collection;
  const clone = (readOnly: boolean): void =>
    guard.begin({
      verb: 'Clone',
      warn: async () => undefined,
      make: async () => {
        const copy = await client.collections.clone({ collection: id, readOnly });
        onCloned(copy.id);
        return `${copy.settings.name} is made. It is not enabled yet.`;
      },
    });
  return (
    <>
      <Button variant="default" onClick={() => clone(false)}>
        Clone
      </Button>
      <Button variant="default" onClick={() => clone(true)}>
        Clone as read-only
      </Button>
      <Button
        variant="default"
        onClick={() =>
          guard.begin({
            verb: 'Delete',
            warn: () => describeDeletion(id),
            make: async () => {
              await client.collections.delete({ collection: id, version });
              onDeleted();
              return `${settings.name} is deleted.`;
            },
          })
        }
      >
        Delete
      </Button>
    </>
  );
}
