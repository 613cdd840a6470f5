import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import { useUrlState } from '../use-url-state.ts';
import { AbilityDialog } from './ability-dialog.tsx';
import { describeTarget } from './ability-words.ts';
import classes from './ability.module.css';

const urlDefaults = { ability: undefined } as const;

/** Runs AI abilities on a ticket, and shows what they answer before anything is written. */
export function AbilityMenu({ ticketId }: { readonly ticketId: number }) {
  const [{ ability: open }, setUrl] = useUrlState(urlDefaults);
  const { data } = useQuery(api.abilities.list.queryOptions());
  const offered = data?.abilities.filter(({ ability, trouble }) => ability.input === 'ticket' && trouble === undefined);
  const chosen = offered?.find(({ id }) => id === open);
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={12} aria-hidden />}>
            AI
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered?.map(({ id, ability }) => (
            <Menu.Item key={id} title={ability.about} onClick={() => setUrl({ ability: id })}>
              {ability.name}
              <div className={classes['facts']}>{describeTarget(ability)}</div>
            </Menu.Item>
          ))}
          {offered?.length === 0 && <Menu.Label>No ability can be run on tickets.</Menu.Label>}
          <Menu.Item component={Link} to="/abilities">
            AI abilities
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {chosen !== undefined && (
        <AbilityDialog
          key={chosen.id}
          stored={chosen}
          ticketId={ticketId}
          onClose={() => setUrl({ ability: undefined }, { replace: true })}
        />
      )}
    </>
  );
}
