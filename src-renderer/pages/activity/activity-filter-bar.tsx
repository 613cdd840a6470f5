import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ChoiceFilter, type Choice } from '../../components/choice-filter.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { isFiltered, noActivityFilters, readActivityFilter, type ActivityUrl } from './activity-filters.ts';
import { TimeFilter } from './time-filter.tsx';

interface Props {
  readonly url: ActivityUrl;
  readonly onChange: (change: Partial<ActivityUrl>) => void;
}

const effects: readonly Choice[] = [
  { value: 'yes', label: 'Changed the desk' },
  { value: 'no', label: 'Changed nothing' },
];

const origins: readonly Choice[] = [
  { value: 'playground', label: 'The playground' },
  { value: 'elsewhere', label: 'Elsewhere' },
];

export function ActivityFilterBar({ url, onChange }: Props) {
  // What there is to choose from need not be newer than the page itself.
  const { data } = useQuery(api.activity.facets.queryOptions({ staleTime: 30_000 }));
  const read = readActivityFilter(url);
  const outcomes = [
    { value: 'ok', label: 'OK' },
    { value: 'failed', label: 'Failed' },
    ...same([...(data?.errors ?? []), ...url.outcome.filter((one) => one !== 'ok' && one !== 'failed')]),
  ];
  const applications = data?.applications.map(({ id, name }) => ({ value: id, label: name ?? id })) ?? [];
  const principals = data?.principals.map(({ label, name }) => ({ value: label, label: name ?? label })) ?? [];
  return (
    <>
      <SearchField label="Search calls" width={196} value={url.text} onChange={(text) => onChange({ text })} />
      <ChoiceFilter
        name="Tool"
        choices={same(data?.tools ?? [])}
        value={url.tool}
        onChange={(tool) => onChange({ tool })}
      />
      <ChoiceFilter
        name="Outcome"
        choices={outcomes}
        value={url.outcome}
        onChange={(outcome) => onChange({ outcome })}
      />
      <ChoiceFilter
        name="Effect"
        single
        choices={effects}
        value={url.wrote === undefined ? [] : [url.wrote]}
        onChange={([wrote]) => onChange({ wrote })}
      />
      <ChoiceFilter
        name="Made in"
        single
        choices={origins}
        value={read.madeIn === undefined ? [] : [read.madeIn]}
        onChange={([made]) => onChange({ made })}
      />
      <ChoiceFilter
        name="Acting as"
        choices={principals}
        value={url.principal}
        onChange={(principal) => onChange({ principal })}
      />
      <ChoiceFilter
        name="Application"
        choices={applications}
        value={url.application}
        onChange={(application) => onChange({ application })}
      />
      <ChoiceFilter
        name="Client"
        choices={same(data?.clients ?? [])}
        value={url.client}
        onChange={(client) => onChange({ client })}
      />
      <TimeFilter from={read.from && url.from} to={read.to && url.to} onChange={onChange} />
      {isFiltered(url) && (
        <Button variant="subtle" onClick={() => onChange(noActivityFilters)}>
          Clear filters
        </Button>
      )}
    </>
  );
}

function same(names: readonly string[]): Choice[] {
  return [...new Set(names)].map((name) => ({ value: name, label: name }));
}
