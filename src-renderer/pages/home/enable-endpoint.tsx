import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { describeError } from '../../components/describe-error.ts';
import classes from './home.module.css';

interface Props {
  readonly label?: string;
  readonly variant?: 'filled' | 'default';
}

/** Turning it on shuts nobody out, so it asks nothing; turning it off belongs to the endpoint's own page. */
export function EnableEndpoint({ label = 'Turn on the endpoint', variant = 'filled' }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const mutation = useMutation({
    mutationFn: () => client.endpoint.enable(),
    onSuccess: () => {
      // The button goes, and the focus must not go with it.
      button.current?.closest<HTMLElement>('section[tabindex]')?.focus({ preventScroll: true });
      return queryClient.invalidateQueries({ queryKey: api.workbench.key() });
    },
  });
  return (
    <>
      <Button ref={button} variant={variant} loading={mutation.isPending} onClick={() => mutation.mutate()}>
        {label}
      </Button>
      {mutation.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(mutation.error).sentence}
        </div>
      )}
    </>
  );
}
