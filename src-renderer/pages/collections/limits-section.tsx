import { MultiSelect, NumberInput, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { SettingRow } from '../../components/form/setting-row.tsx';
import { nameLimit } from './name-limit.ts';
import type { CollectionForm } from './use-collection-form.ts';
import classes from './collections.module.css';

const usualRate = 60;
const mostOptions = 100;

const kinds = [
  {
    list: 'teamIds',
    lookup: 'teams',
    label: 'Only these teams',
    none: 'All teams',
    about: 'Only tickets of these teams are there. Tickets without a team are not.',
  },
  {
    list: 'clientIds',
    lookup: 'clients',
    label: 'Only these clients',
    none: 'All clients',
    about: 'Only these clients are there, with their sites, users, assets and tickets.',
  },
  {
    list: 'ticketTypeIds',
    lookup: 'types',
    label: 'Only these ticket types',
    none: 'All ticket types',
    about: 'Only tickets of these types are there, and only these can be logged.',
  },
] as const;

/** Which records the collection shows, and how often it may be called. */
export function LimitsSection({ form }: { readonly form: CollectionForm }) {
  const { values, draft, problems } = form;
  const { data: lookups, error } = useQuery(api.lookups.get.queryOptions());
  const { limits, callsPerMinute } = values;
  return (
    <FormSection
      id="limits"
      title="Limits"
      about="What is outside the data limits is as good as not there: in every tool, search, count and error."
    >
      {error !== null && <ErrorState error={error} what="The lists to choose from could not be read" />}
      {kinds.map(({ list, lookup, label, none, about }) => {
        const chosen = limits[list];
        return (
          <SettingRow key={list} label={label} htmlFor={`limit-${list}`} explanation={about}>
            <MultiSelect
              id={`limit-${list}`}
              className={classes['control'] ?? ''}
              searchable
              clearable
              hidePickedOptions
              styles={{ inputField: { minWidth: 24 } }}
              limit={mostOptions}
              placeholder={chosen.length === 0 ? none : ''}
              nothingFoundMessage="Nothing fits"
              clearButtonProps={{ 'aria-label': `Clear: ${label}` }}
              data={[...listOptions(lookups?.[lookup], chosen)]}
              value={chosen.map(String)}
              onChange={(ids) => draft.set({ limits: { ...limits, [list]: ids.map(Number) } })}
            />
          </SettingRow>
        );
      })}
      <SettingRow
        label="Rate limit"
        explanation="How many calls one caller may make in any minute. A call beyond it fails with a sentence that says when to go on, so that a client gone wild costs no other its turn."
      >
        <div className={classes['rate']}>
          <Switch
            label="Limit the calls"
            checked={callsPerMinute !== null}
            onChange={(event) => draft.set({ callsPerMinute: event.currentTarget.checked ? usualRate : null })}
          />
          {callsPerMinute !== null && (
            <NumberInput
              aria-label="Calls a minute"
              suffix=" a minute"
              min={1}
              max={6000}
              allowDecimal={false}
              clampBehavior="none"
              value={callsPerMinute}
              error={problems.callsPerMinute}
              onChange={(value) => draft.set({ callsPerMinute: typeof value === 'number' ? value : 0 })}
            />
          )}
        </div>
      </SettingRow>
    </FormSection>
  );
}

type Listed = readonly { readonly id: number; readonly name: string; readonly inactive: boolean }[];

/** Those that there are, and those that are chosen and have gone. */
function listOptions(all: Listed | undefined, chosen: readonly number[]) {
  const gone = all === undefined ? chosen : chosen.filter((id) => !all.some((each) => each.id === id));
  return [...(all ?? []).map(({ id }) => id), ...gone].map((id) => ({ value: String(id), label: nameLimit(all, id) }));
}
