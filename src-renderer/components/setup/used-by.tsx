import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import type { SetupKind } from '../../../src-shared/domain/ticket-setup.ts';
import { api, client } from '../../api/client.ts';
import { ChangeNotice } from '../change/change-notice.tsx';
import { useGuardedChange } from '../change/use-guarded-change.ts';
import { ErrorState } from '../error-state.tsx';
import { formatNumber } from '../format-number.ts';
import { inSentence } from '../in-sentence.ts';
import { kindNames } from '../record/kind-names.ts';
import { listPath } from '../record/record-path.ts';
import classes from './setup.module.css';

interface Props {
  readonly kind: SetupKind;
  readonly id: number;
  readonly name: string;
  /** Where its tickets are listed. */
  readonly tickets?: string;
  /** What can be done instead of deleting it while it is used. */
  readonly instead?: string;
}

/** What uses a record, and the way to delete it once nothing does. */
export function UsedBy({ kind, id, name, tickets, instead }: Props) {
  const { data, error } = useQuery(api.ticketSetup.uses.queryOptions({ input: { kind, id } }));
  const navigate = useNavigate();
  const guard = useGuardedChange();
  const noun = inSentence(kindNames[kind]);
  return (
    <section className={classes['section']} aria-label="Used by">
      <h2>Used by</h2>
      {error !== null && <ErrorState error={error} what="What uses it could not be counted" />}
      {data !== undefined && data.length > 0 && (
        <>
          <ul className={classes['uses']}>
            {data.map(({ what, count }) => {
              const words = `${formatNumber(count)} ${what}`;
              const isTickets = tickets !== undefined && (what === 'ticket' || what === 'tickets');
              return <li key={what}>{isTickets ? <Link to={tickets}>{words}</Link> : words}</li>;
            })}
          </ul>
          <p className={classes['dim']}>{instead ?? `The ${noun} can be deleted once nothing uses it.`}</p>
        </>
      )}
      {data?.length === 0 && (
        <div className={classes['unused']}>
          <span>Nothing.</span>
          <Button
            variant="default"
            onClick={() =>
              guard.begin({
                verb: `Delete ${noun}`,
                warn: async () => `Delete “${name}”? Nothing uses it.`,
                make: async () => {
                  await client.ticketSetup.remove({ kind, id });
                  void navigate(listPath(kind), { replace: true });
                  return `${name} is deleted.`;
                },
              })
            }
          >
            Delete
          </Button>
        </div>
      )}
      <ChangeNotice guard={guard} />
    </section>
  );
}
