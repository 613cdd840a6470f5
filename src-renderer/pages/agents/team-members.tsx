import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { AgentListRow, TeamRecord } from '../../../src-shared/api/agents.ts';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { recordPath } from '../../components/record/record-path.ts';
import type { Column } from '../../components/table/column.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { textColumn } from '../../components/table/usual-columns.tsx';
import { toChoices } from '../../components/to-choices.ts';
import { changeMembership } from './change-membership.ts';

const facts: readonly Column<AgentListRow>[] = [
  { ...textColumn('name', 'Name', 160, ({ name }) => name), grows: 'twice' },
  textColumn('role', 'Role', 120, ({ role }) => role.name),
];

/** Who is in a team. The team is the agent's, so each change is one of an agent. */
export function TeamMembers({ team }: { readonly team: TeamRecord }) {
  const navigate = useNavigate();
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const rows = useListRows((block) =>
    api.agents.list.queryOptions({ input: { teamId: team.id, sort: 'name', descending: false, ...block } }),
  );
  const change = useMutation({
    mutationFn: ({ agentId, member }: { agentId: number; member: boolean }) =>
      changeMembership(agentId, team.id, member),
  });
  const others = lookups?.agents.filter(({ disabled, teamIds }) => !disabled && !teamIds.includes(team.id));
  const columns: readonly Column<AgentListRow>[] = [
    ...facts,
    {
      id: 'remove',
      title: 'Remove',
      width: 72,
      cell: ({ id, name }) => (
        <Tooltip label="Take out of the team">
          <ActionIcon
            size="sm"
            aria-label={`Take ${name} out of the team`}
            disabled={change.isPending}
            onClick={(event) => {
              event.stopPropagation();
              change.mutate({ agentId: id, member: false });
            }}
          >
            <X size={14} />
          </ActionIcon>
        </Tooltip>
      ),
    },
  ];
  return (
    <>
      <TableSection
        title="Members"
        one="agent"
        many="agents"
        actions={
          <Select
            aria-label="Add an agent to the team"
            placeholder="Add an agent"
            searchable
            data={toChoices(others)}
            value={null}
            disabled={change.isPending}
            nothingFoundMessage="Nobody else"
            onChange={(id) => {
              if (id !== null) change.mutate({ agentId: Number(id), member: true });
            }}
          />
        }
        columns={columns}
        rows={rows}
        onOpen={({ id }) => void navigate(recordPath('agent', id))}
        empty="Nobody is in this team yet."
      />
      {change.error !== null && <ErrorState error={change.error} what="The team was not changed" />}
    </>
  );
}
