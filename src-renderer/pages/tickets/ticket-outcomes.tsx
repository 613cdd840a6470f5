import { Button, Menu, OverflowList } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { type MouseEvent, type ReactNode, useState } from 'react';
import type { TicketOutcome, TicketRecord } from '../../../src-shared/api/tickets.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import { applyOutcome } from './apply-outcome.ts';
import { describeOutcome } from './describe-outcome.ts';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { useHeldFocus } from './use-held-focus.ts';
import classes from './tickets.module.css';

interface Props {
  readonly ticket: TicketRecord;
  /** What can be done without the workflow, on the same line. */
  readonly children: ReactNode;
}

/** The step of the ticket, what can be done on it, and what was done last. */
export function TicketOutcomes({ ticket, children }: Props) {
  const { data, error } = useQuery(api.tickets.outcomes.queryOptions({ input: { id: ticket.id } }));
  const [asking, setAsking] = useState<TicketOutcome>();
  const [said, setSaid] = useState('');
  const heldFocus = useHeldFocus();
  const quick = useMutation({
    mutationFn: (outcome: TicketOutcome) => applyOutcome(ticket, outcome),
    onSuccess: setSaid,
  });
  const use = (outcome: TicketOutcome) => (event: MouseEvent) => {
    // The second half of a double click is no second wish.
    if (quick.isPending || event.detail > 1) return;
    setSaid('');
    quick.reset();
    if (outcome.quick) quick.mutate(outcome);
    else setAsking(outcome);
  };
  const failure = error ?? quick.error;
  return (
    <div className={classes['outcomes']}>
      <div className={classes['step']}>
        {data?.step !== undefined && (
          <span>
            <span className={classes['dim']}>Step</span> <strong className="foreign">{data.step.name}</strong>
          </span>
        )}
        <span role="status" className={classes['done']}>
          {said}
        </span>
        {failure !== null && (
          <span role="alert" className={classes['failed']}>
            {describeError(failure).sentence}
          </span>
        )}
      </div>
      <div className={classes['actions']}>
        <div {...heldFocus} role="group" aria-label="Actions" className={classes['offered']}>
          {data !== undefined && data.outcomes.length > 0 && (
            <OverflowList
              data={data.outcomes}
              gap={8}
              getItemKey={({ id }) => id}
              renderItem={(outcome) => (
                <Button key={outcome.id} variant="default" title={describeOutcome(outcome)} onClick={use(outcome)}>
                  {outcome.name}
                </Button>
              )}
              renderOverflow={(more) => (
                <div>
                  <More outcomes={more} use={use} />
                </div>
              )}
            />
          )}
        </div>
        {children}
      </div>
      {asking !== undefined && (
        <OutcomeDialog
          ticket={ticket}
          outcome={data?.outcomes.find(({ id }) => id === asking.id) ?? asking}
          onDone={(done) => {
            setSaid(done);
            setAsking(undefined);
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

interface MoreProps {
  readonly outcomes: readonly TicketOutcome[];
  readonly use: (outcome: TicketOutcome) => (event: MouseEvent) => void;
}

function More({ outcomes, use }: MoreProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
          More
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {outcomes.map((outcome) => (
          <Menu.Item key={outcome.id} title={describeOutcome(outcome)} onClick={use(outcome)}>
            {outcome.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
