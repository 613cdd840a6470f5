import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';
import { describeError } from '../../../components/describe-error.ts';
import classes from './setup.module.css';

/** What runs without asking because somebody allowed it. */
export function Grants({ conversationId }: { readonly conversationId: number | undefined }) {
  const { data = [], error } = useQuery(
    api.conversations.grants.queryOptions({ input: conversationId === undefined ? {} : { conversationId } }),
  );
  const revoking = useMutation({
    mutationFn: (id: number) => client.conversations.revokeGrant({ id }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.conversations.grants.key() }),
  });
  const problem = error ?? revoking.error;
  return (
    <section className={classes['grants']} aria-labelledby="grants">
      <h3 id="grants">Allowed without asking</h3>
      {data.length === 0 && (
        <p className={classes['note']}>Nothing yet. The menu beside Approve allows a tool from then on.</p>
      )}
      <ul>
        {data.map((grant) => (
          <li key={grant.id}>
            <span className={classes['grant']}>
              {grant.tool === undefined ? 'All tools that only read' : <span className="mono">{grant.tool}</span>}
              <span className={classes['dim']}>
                {grant.conversationId === undefined ? 'Always' : 'In this conversation'}, on{' '}
                {grant.endpointName ?? 'a collection that is gone'}
              </span>
            </span>
            <Button variant="default" disabled={revoking.isPending} onClick={() => revoking.mutate(grant.id)}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(problem).sentence}
        </div>
      )}
    </section>
  );
}
