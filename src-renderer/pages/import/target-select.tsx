import { Select } from '@mantine/core';
import { useState } from 'react';
import type { ValueTarget } from '../../../src-shared/domain/import-plan.ts';

interface Props {
  readonly label: string;
  /** Undefined for the name as it stands in the file. */
  readonly target: ValueTarget | undefined;
  readonly known: readonly string[];
  readonly onChange: (target: ValueTarget | undefined) => void;
}

const asItIs = 'auto';
const namePrefix = 'name:';
/** More are found by typing. */
const mostShown = 50;

/** What one text of a file becomes: a name of the desk, one that is typed, nothing, or a refusal. */
export function TargetSelect({ label, target, known, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const chosen = target?.as === 'name' ? target.name : undefined;
  const wanted = typed.trim().slice(0, 400);
  const names = new Set([...known, ...(chosen === undefined ? [] : [chosen])]);
  const isOther = wanted !== '' && !names.has(wanted) && !Object.values(fixed).includes(wanted);
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <Select
        aria-label={label}
        searchable
        allowDeselect={false}
        limit={mostShown}
        maxDropdownHeight={280}
        data={[
          ...Object.entries(fixed).map(([value, text]) => ({ value, label: text })),
          ...[...names].map((name) => ({ value: `${namePrefix}${name}`, label: name })),
          ...(isOther ? [{ value: `${namePrefix}${wanted}`, label: wanted }] : []),
        ]}
        value={valueOf(target)}
        onSearchChange={setTyped}
        onChange={(value) => value !== null && onChange(targetOf(value))}
      />
    </span>
  );
}

const fixed: Readonly<Record<string, string>> = {
  [asItIs]: 'As it stands in the file',
  none: 'Nothing',
  refuse: 'Refuse the row',
};

function valueOf(target: ValueTarget | undefined): string {
  if (target === undefined) return asItIs;
  return target.as === 'name' ? `${namePrefix}${target.name}` : target.as;
}

function targetOf(value: string): ValueTarget | undefined {
  if (value === 'none' || value === 'refuse') return { as: value };
  return value.startsWith(namePrefix) ? { as: 'name', name: value.slice(namePrefix.length) } : undefined;
}
