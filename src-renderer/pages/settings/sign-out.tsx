import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useConnection } from '../../api/connection.ts';
import { queryClient } from '../../api/query-client.ts';
import { signOut } from '../../api/session.ts';
import { describeError } from '../../components/describe-error.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { SettingRow } from '../../components/form/setting-row.tsx';
import classes from './settings.module.css';

export function SignOut() {
  const mutation = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      useConnection.getState().lose('signed-out');
      // Whoever uses this browser next must not find the answers of before in its memory.
      queryClient.clear();
    },
  });
  return (
    <FormSection title="Session">
      <SettingRow
        label="Sign out of this browser"
        explanation="The workbench goes on running, and clients of the endpoint stay connected. Signing in again takes a new link."
      >
        <Button variant="default" loading={mutation.isPending} onClick={() => mutation.mutate()}>
          Sign out
        </Button>
        {mutation.error !== null && (
          <div role="alert" className={classes['problem']}>
            {describeError(mutation.error).sentence}
          </div>
        )}
      </SettingRow>
    </FormSection>
  );
}
