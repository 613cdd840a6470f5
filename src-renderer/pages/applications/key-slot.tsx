import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeyView } from '../../../src-shared/api/keys.ts';
import { client } from '../../api/client.ts';
import type { Guard } from '../../components/change/use-guarded-change.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { toDay, toExpiry } from './expiry.ts';
import { EndpointLink } from '../../components/endpoint/endpoint-link.tsx';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import { KeyState } from './key-state.tsx';
import classes from './applications.module.css';

interface Props {
  readonly keyView: KeyView;
  readonly guard: Guard;
  readonly onIssued: (issued: IssuedSecret) => void;
}

export function KeySlot({ keyView, guard, onIssued }: Props) {
  const { id, slot, hint, enabled, collection, createdAt, expiresAt, lastUse } = keyView;
  const [day, setDay] = useState<string>();
  const begin = (verb: string, warning: string | undefined, make: () => Promise<string>): void =>
    guard.begin({ verb, warn: async () => warning, make });
  const roll = (): void =>
    begin(
      'Roll the key',
      'A new key takes its place. The old one stops at once for every client that has it.',
      async () => {
        const made = await client.keys.roll({ id, expiresAt });
        onIssued({
          ...{ kind: 'key', secret: made.secret, application: made.application },
          collectionId: made.key.collection?.id,
        });
        return `The key was rolled. The new one ends in ${made.key.hint}.`;
      },
    );
  const setExpiry = (): void =>
    begin('Set the expiry', undefined, async () => {
      await client.keys.setExpiry({ id, expiresAt: toExpiry(day ?? '') });
      setDay(undefined);
      return 'The expiry was set.';
    });
  const turn = (): void =>
    enabled
      ? begin('Disable the key', 'Clients that have this key get in no more, until it is enabled again.', async () => {
          await client.keys.disable({ id });
          return 'The key is disabled.';
        })
      : begin('Enable the key', undefined, async () => {
          await client.keys.enable({ id });
          return 'The key is enabled.';
        });
  const remove = (): void =>
    begin('Delete the key', 'Clients that have this key get in no more. It cannot be brought back.', async () => {
      await client.keys.delete({ id });
      return 'The key is deleted.';
    });
  const name = `key ${slot}, which ends in ${hint}`;
  return (
    <li className={classes['key']} aria-label={`Key ${slot}`}>
      <div className={classes['key-facts']}>
        <strong>Key {slot}</strong>
        <span className="mono">…{hint}</span>
        <KeyState keyView={keyView} />
        {collection !== undefined && (
          <span>
            opens only <EndpointLink collection={collection} />
          </span>
        )}
        <span className={classes['dim']}>
          made <RelativeTime at={createdAt} />,{' '}
          {lastUse === undefined ? (
            'never used'
          ) : (
            <>
              last used <RelativeTime at={lastUse.at} /> from <span className="foreign">{lastUse.from}</span>
            </>
          )}
        </span>
      </div>
      {day === undefined ? (
        <div className={classes['key-actions']}>
          <Button variant="default" aria-label={`Roll ${name}`} onClick={roll}>
            Roll
          </Button>
          <Button variant="default" aria-label={`Set the expiry of ${name}`} onClick={() => setDay(toDay(expiresAt))}>
            Expiry
          </Button>
          <Button variant="default" aria-label={`${enabled ? 'Disable' : 'Enable'} ${name}`} onClick={turn}>
            {enabled ? 'Disable' : 'Enable'}
          </Button>
          <Button variant="default" aria-label={`Delete ${name}`} onClick={remove}>
            Delete
          </Button>
        </div>
      ) : (
        <form
          className={classes['key-actions']}
          onSubmit={(event) => {
            event.preventDefault();
            setExpiry();
          }}
        >
          <TextInput
            type="date"
            aria-label={`Key ${slot} expires after`}
            autoFocus
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <span className={classes['dim']}>Empty: it does not expire.</span>
          <Button type="submit">Set</Button>
          <Button variant="default" onClick={() => setDay(undefined)}>
            Cancel
          </Button>
        </form>
      )}
    </li>
  );
}
