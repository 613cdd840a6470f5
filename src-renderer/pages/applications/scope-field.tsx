import { MultiSelect } from '@mantine/core';
import { describeScope, scopeChoices } from './describe-scope.ts';
import classes from './applications.module.css';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (scopes: string[]) => void;
}

/** Chooses scopes by Halo's names, each with what it allows. */
export function ScopeField({ value, onChange }: Props) {
  return (
    <div>
      <MultiSelect
        label="Scopes"
        placeholder={value.length === 0 ? 'None: only tools that need no scope' : ''}
        searchable
        hidePickedOptions
        maxDropdownHeight={280}
        data={scopeChoices.map(({ group, items }) => ({ group, items: [...items] }))}
        value={[...value]}
        onChange={onChange}
        renderOption={({ option }) => (
          <span className={classes['scope']}>
            <span className="mono">{option.value}</span>
            <span className={classes['dim']}>{describeScope(option.value)}</span>
          </span>
        )}
      />
      {value.length > 0 && (
        <ul className={classes['scope-list']} aria-label="What the scopes allow">
          {value.map((scope) => (
            <li key={scope}>
              <span className="mono">{scope}</span> {describeScope(scope)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
