import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ApplicationView } from '../../../src-shared/api/applications.ts';
import { api, client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import type { IssuedSecret } from '../../components/secret/issued-secret.ts';
import { KeySlot } from './key-slot.tsx';
import classes from './applications.module.css';

interface Props {
  readonly application: ApplicationView;
  readonly onIssued: (issued: IssuedSecret) => void;
}

export function Keys({ application, onIssued }: Props) {
  const { data: keys, error } = useQuery(api.keys.list.queryOptions({ input: { application: application.id } }));
  const guard = useGuardedChange();
  const add = (): void =>
    guard.begin({
      verb: 'Make a key',
      warn: async () => undefined,
      make: async () => {
        const made = await client.keys.create({ name: application.id });
        onIssued({ kind: 'key', secret: made.secret, application: made.application });
        return `The key that ends in ${made.key.hint} was made.`;
      },
    });
  return (
    <FormSection
      title="Keys"
      about="Two at most, so that a new one can be handed out before the old one stops."
      actions={
        keys !== undefined &&
        keys.length < 2 && (
          <Button variant="default" onClick={add}>
            {keys.length === 0 ? 'Make a key' : 'Make a second key'}
          </Button>
        )
      }
    >
      {error !== null && <ErrorState error={error} what="The keys could not be read" />}
      {keys?.length === 0 && <p className={classes['dim']}>It has no key, so nobody gets in with it.</p>}
      <ul className={classes['keys']}>
        {keys?.map((key) => (
          <KeySlot key={key.id} keyView={key} guard={guard} onIssued={onIssued} />
        ))}
      </ul>
      <ChangeNotice guard={guard} />
    </FormSection>
  );
}
