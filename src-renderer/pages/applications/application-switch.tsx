import { Button } from '@mantine/core';
import type { ApplicationView } from '../../../src-shared/api/applications.ts';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { describeClientsOf } from './describe-clients-of.ts';
import classes from './applications.module.css';

interface Props {
  readonly application: ApplicationView;
  readonly onDeleted: () => void;
}

export function ApplicationSwitch({ application, onDeleted }: Props) {
  const guard = useGuardedChange();
  const { id, name, enabled } = application;
  const reference = { application: id };
  return (
    <>
      <div className={classes['actions']}>
        {enabled ? (
          <Button
            variant="default"
            onClick={() =>
              guard.begin({
                verb: 'Disable',
                warn: async () => `Its keys and tokens stop working at once. ${await describeClientsOf(id)}`,
                make: async () => {
                  await client.applications.disable(reference);
                  return `${name} is disabled.`;
                },
              })
            }
          >
            Disable
          </Button>
        ) : (
          <Button
            variant="default"
            onClick={() =>
              guard.begin({
                verb: 'Enable',
                warn: async () => undefined,
                make: async () => {
                  await client.applications.enable(reference);
                  return `${name} is enabled: its keys and secret let in again.`;
                },
              })
            }
          >
            Enable
          </Button>
        )}
        <Button
          variant="default"
          onClick={() =>
            guard.begin({
              verb: 'Delete',
              warn: async () =>
                `The application goes with its keys, for good. Its calls stay in Activity. ${await describeClientsOf(id)}`,
              make: async () => {
                await client.applications.delete(reference);
                onDeleted();
                return `${name} is deleted.`;
              },
            })
          }
        >
          Delete
        </Button>
      </div>
      <ChangeNotice guard={guard} />
    </>
  );
}
