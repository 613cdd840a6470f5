import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { api } from '../../api/client.ts';
import { ChoiceFilter } from '../../components/choice-filter.tsx';
import { RecordFilter } from '../../components/desk/record-filter.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { toChoices } from '../../components/to-choices.ts';
import { noTicketFilters, type TicketListUrl } from './ticket-filters.ts';

interface Props {
  readonly url: TicketListUrl;
  readonly onChange: (change: Partial<TicketListUrl>) => void;
}

const marks = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'ai', label: 'Made by AI' },
];

/** Drawn again only when the filters change, not with every stretch of rows that comes into sight. */
export const TicketFilterBar = memo(function TicketFilterBar({ url, onChange }: Props) {
  const { data: lookups } = useQuery(api.lookups.get.queryOptions());
  const agents = [{ value: 'none', label: 'Nobody' }, ...toChoices(lookups?.agents)];
  const { status, type, priority, team, agent, client, mark, search, show } = url;
  const isFiltered =
    [status, type, priority, team, agent].some((list) => list.length > 0) ||
    [client, url.user, url.asset, mark].some((one) => one !== undefined) ||
    search !== '';
  return (
    <>
      <SearchField label="Search tickets" value={search} onChange={(text) => onChange({ search: text })} />
      <SegmentedControl
        aria-label="Open or closed"
        value={show}
        onChange={(value) => onChange({ show: value })}
        data={[
          { value: 'open', label: 'Open' },
          { value: 'closed', label: 'Closed' },
          { value: 'all', label: 'All' },
        ]}
      />
      <ChoiceFilter
        name="Status"
        choices={toChoices(lookups?.statuses)}
        value={status}
        onChange={(value) => onChange({ status: value })}
      />
      <ChoiceFilter
        name="Type"
        choices={toChoices(lookups?.types)}
        value={type}
        onChange={(value) => onChange({ type: value })}
      />
      <ChoiceFilter
        name="Priority"
        choices={toChoices(lookups?.priorities)}
        value={priority}
        onChange={(value) => onChange({ priority: value })}
      />
      <ChoiceFilter
        name="Team"
        choices={toChoices(lookups?.teams)}
        value={team}
        onChange={(value) => onChange({ team: value })}
      />
      <ChoiceFilter name="Agent" choices={agents} value={agent} onChange={(value) => onChange({ agent: value })} />
      <ChoiceFilter
        name="Client"
        single
        choices={toChoices(lookups?.clients)}
        value={client === undefined ? [] : [client]}
        onChange={([value]) => onChange({ client: value })}
      />
      <ChoiceFilter
        name="Only"
        single
        choices={marks}
        value={mark === undefined ? [] : [mark]}
        onChange={([value]) => onChange({ mark: value })}
      />
      <RecordFilter kind="user" name="User" value={url.user} onClear={() => onChange({ user: undefined })} />
      <RecordFilter kind="asset" name="Asset" value={url.asset} onClear={() => onChange({ asset: undefined })} />
      {isFiltered && (
        <Button variant="subtle" onClick={() => onChange({ ...noTicketFilters, show })}>
          Clear filters
        </Button>
      )}
    </>
  );
});
