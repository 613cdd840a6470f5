import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { Count } from '../../components/count.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { DataTable } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { usePageKeys } from '../../components/use-page-keys.ts';
import { abilityColumns } from './ability-columns.tsx';
import { useAbilities } from './use-abilities.ts';

const newPath = '/abilities/new';

/** The AI abilities: those that every desk has, and those that were made here. */
export function AbilitiesPage() {
  const navigate = useNavigate();
  const { abilities, error } = useAbilities();
  usePageKeys([['n', () => void navigate(newPath)]]);
  const newButton = (
    <Button component={Link} to={newPath} title="N">
      New AI ability
    </Button>
  );
  return (
    <ListPage
      header={
        <PageHeader
          title="AI abilities"
          about="Prompts with a name that are run over a ticket, an article or a text. Custom tools offer them to assistants; on a ticket they are in the AI menu."
          actions={
            <>
              <Count of={abilities?.length} one="AI ability" many="AI abilities" />
              {newButton}
            </>
          }
        />
      }
      table={
        <DataTable
          name="abilities"
          label="AI abilities"
          columns={abilityColumns}
          rows={rowsOf(abilities, error ?? undefined)}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate(`/abilities/${id}`)}
          empty={
            <EmptyState title="No AI abilities" action={newButton}>
              An AI ability is a prompt with a name, such as one that summarises a ticket.
            </EmptyState>
          }
        />
      }
    />
  );
}
