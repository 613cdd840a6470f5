import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AbilityView } from '../../../src-shared/api/abilities.ts';
import { describeError } from '../../components/describe-error.ts';
import { removeAbility } from './use-abilities.ts';
import classes from './abilities.module.css';

/** Deletes an ability; one that is built in is taken back to what it was, where it was changed. */
export function RemoveAbility({ stored: { id, ability, shipped, version, tools } }: { readonly stored: AbilityView }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const removing = useMutation({
    mutationFn: () => removeAbility(id),
    onSuccess: () => {
      setAsking(false);
      if (!shipped) void navigate('/abilities', { replace: true });
    },
  });
  if (shipped && version === 0) return null;
  const verb = shipped ? 'Restore' : 'Delete';
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={shipped ? 'Restore this ability?' : 'Delete this ability?'}
      >
        <p className={classes['asked']}>
          <span className="foreign">“{ability.name}”</span>{' '}
          {shipped ? 'becomes again what it was before anybody changed it here.' : 'goes for good.'}{' '}
          {!shipped && tools.length > 0
            ? `Its tools stay and are offered to nobody: ${tools.map(({ name, endpointName }) => `${name} on ${endpointName}`).join(', ')}.`
            : ''}
        </p>
        {removing.error !== null && (
          <p role="alert" className={classes['failed']}>
            {describeError(removing.error).sentence}
          </p>
        )}
        <div className={classes['asked-foot']}>
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            Keep it
          </Button>
          <Button color="red" loading={removing.isPending} onClick={() => removing.mutate()}>
            {verb}
          </Button>
        </div>
      </Modal>
    </>
  );
}
