import { Select } from '@mantine/core';
import { Link } from 'react-router';
import type { SettingsProps } from './settings-props.ts';
import classes from '../custom-tool.module.css';

/** "AI ability": which. One that cannot be run, or not on this endpoint, says why. */
export function AiAbilityForm({ settings: { abilityId }, choices: { abilities }, onChange }: SettingsProps) {
  const chosen = abilities.find(({ id }) => id === abilityId);
  const isGone = abilityId !== undefined && chosen === undefined;
  return (
    <Select
      label="AI ability"
      description={
        <>
          What it asks for becomes the tool’s parameters. They are made under <Link to="/abilities">AI abilities</Link>.
        </>
      }
      required
      searchable
      classNames={{ option: classes['choice'] ?? '' }}
      allowDeselect={false}
      placeholder="Choose"
      nothingFoundMessage="Nothing fits"
      data={abilities.map(({ id, name, why }) => ({ value: id, label: name, disabled: why !== undefined }))}
      value={chosen === undefined ? null : chosen.id}
      error={chosen?.why ?? (isGone ? 'What was chosen here is gone. Choose another.' : undefined)}
      onChange={(id) => id !== null && onChange({ abilityId: id })}
      renderOption={({ option }) => {
        const ability = abilities.find(({ id }) => id === option.value);
        return (
          <span className={classes['option']}>
            <span>{option.label}</span>
            <span className={classes['dim']}>{ability?.why ?? ability?.about}</span>
          </span>
        );
      }}
    />
  );
}
