import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { api } from '../../api/client.ts';
import { AbilityMenu } from '../../components/ability/ability-menu.tsx';
import { StatusDialog, type StatusStep } from './status-dialog.tsx';
import classes from './tickets.module.css';

/** The steps that a ticket can take as it is now. */
export function TicketActions({ ticket }: { readonly ticket: TicketRecord }) {
  const [step, setStep] = useState<StatusStep>();
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const { data: offered, error } = useQuery(api.tickets.outcomes.queryOptions({ input: { id: ticket.id } }));
  // An action of the workflow closes it as it is meant to be closed there.
  const mayClose = error !== null || offered?.outcomes.some(({ closes }) => closes) === false;
  const statuses = lookups?.statuses.filter(({ id, kind }) => kind === 'open' && id !== ticket.status.id) ?? [];
  return (
    <div className={classes['plain-actions']}>
      {ticket.status.kind === 'open' ? (
        <>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
                Change status
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {statuses.map(({ id, name }) => (
                <Menu.Item key={id} onClick={() => setStep({ kind: 'status', statusId: id, name })}>
                  {name}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {mayClose && (
            <Button variant="default" onClick={() => setStep({ kind: 'close' })}>
              Close ticket
            </Button>
          )}
        </>
      ) : (
        <Button variant="default" onClick={() => setStep({ kind: 'reopen' })}>
          Reopen ticket
        </Button>
      )}
      <AbilityMenu ticketId={ticket.id} />
      {step !== undefined && <StatusDialog ticket={ticket} step={step} onClose={() => setStep(undefined)} />}
    </div>
  );
}
