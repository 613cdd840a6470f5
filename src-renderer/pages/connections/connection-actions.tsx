import { Button } from '@mantine/core';
import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { describeRemoval } from './describe-removal.ts';
import classes from './connections.module.css';

interface Props {
  readonly connection: ConnectionView;
  readonly onDeleted: () => void;
}

export function ConnectionActions({ connection, onDeleted }: Props) {
  const guard = useGuardedChange();
  const { id, name, kind, isDefault, revision } = connection;
  return (
    <>
      <div className={classes['actions']}>
        {!isDefault && (
          <Button
            variant="default"
            onClick={() =>
              guard.begin({
                verb: 'Make it the default',
                warn: async () => undefined,
                make: async () => {
                  await client.connections.setDefault({ id });
                  return `${name} is the default connection.`;
                },
              })
            }
          >
            Make it the default
          </Button>
        )}
        {kind !== 'offline' && (
          <Button
            variant="default"
            onClick={() =>
              guard.begin({
                verb: 'Delete',
                warn: async () => describeRemoval(name, await client.connections.removal({ id })),
                make: async () => {
                  await client.connections.remove({ id, revision });
                  onDeleted();
                  return `${name} is deleted.`;
                },
              })
            }
          >
            Delete
          </Button>
        )}
      </div>
      <ChangeNotice guard={guard} />
    </>
  );
}
