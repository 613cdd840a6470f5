import { ChoiceSelect } from './choice-select.tsx';
import type { SettingsProps } from './settings-props.ts';

/** "Use specific action": which. */
export function SpecificActionForm({ settings: { outcomeId }, choices: { outcomes }, onChange }: SettingsProps) {
  return (
    <ChoiceSelect
      label="Action"
      description="It can be used on tickets whose step offers it. Its fields become parameters."
      choices={outcomes}
      detail={(id) => (outcomes.find((each) => each.id === id)?.quick === true ? 'Quick action' : undefined)}
      value={typeof outcomeId === 'number' ? outcomeId : undefined}
      onChange={(id) => onChange({ outcomeId: id })}
    />
  );
}
