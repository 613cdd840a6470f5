import { SegmentedControl } from '@mantine/core';
import { formatNumber } from '../../components/format-number.ts';
import { SearchField } from '../../components/search-field.tsx';
import type { GroupRow } from './group-rows.ts';
import type { ChangeSynonymsUrl } from './synonyms-url-state.ts';

interface Props {
  readonly search: string;
  readonly show: string;
  readonly rows: readonly GroupRow[] | undefined;
  readonly hasEdits: boolean;
  readonly onChange: ChangeSynonymsUrl;
}

export function SynonymsFilters({ search, show, rows = [], hasEdits, onChange }: Props) {
  const unsaved = rows.filter(({ state }) => state !== undefined).length;
  return (
    <>
      <SearchField
        label="Filter by a word"
        value={search}
        width={240}
        onChange={(text) => onChange({ search: text }, { replace: true })}
      />
      {hasEdits && (
        <SegmentedControl
          aria-label="Which groups"
          data={[
            { value: 'all', label: 'All' },
            { value: 'unsaved', label: `Unsaved (${formatNumber(unsaved)})` },
          ]}
          value={show}
          onChange={(value) => onChange({ show: value }, { replace: true })}
        />
      )}
    </>
  );
}
