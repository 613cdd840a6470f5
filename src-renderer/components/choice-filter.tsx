import { useState } from 'react';
import { ChoiceFilterButton, type ChoiceFilterProps } from './choice-filter-button.tsx';
import { OpenedChoiceFilter } from './opened-choice-filter.tsx';

export type { Choice } from './choice-filter-button.tsx';

/**
 * A filter of a list: a button that says what is chosen and opens the choices, with a search where they are many. A page
 * has many filters and few are ever opened, so what opens is made at the first use.
 */
export function ChoiceFilter(props: ChoiceFilterProps) {
  const [used, setUsed] = useState(false);
  if (used) return <OpenedChoiceFilter {...props} />;
  const { name, choices, value } = props;
  return (
    <ChoiceFilterButton name={name} choices={choices} value={value} opened={false} onClick={() => setUsed(true)} />
  );
}
