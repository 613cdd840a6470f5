import { NumberInput, Select } from '@mantine/core';
import { offlineConnectionId, type ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { Folded } from '../turns/folded.tsx';
import type { ChangeSetup } from './change-setup.ts';
import classes from './setup.module.css';

interface Props {
  readonly setup: ConversationSetup;
  readonly onChange: ChangeSetup;
}

const efforts = [
  { value: 'minimal', label: 'Minimal' },
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
] as const;

/** How a language model chooses its words. What is left empty is not sent. */
export function Sampling({ setup: { connectionId, temperature, reasoningEffort, maxOutputTokens }, onChange }: Props) {
  if (connectionId === offlineConnectionId) return null;
  const set = [temperature, reasoningEffort, maxOutputTokens].filter((value) => value !== null).length;
  return (
    <Folded
      name="sampling"
      title={set === 0 ? 'Temperature, effort and length' : `Temperature, effort and length: ${set} set`}
    >
      <div className={classes['sampling']}>
        <NumberInput
          label="Temperature"
          description="0 to 2. Models that reason refuse it."
          placeholder="The model’s own"
          min={0}
          max={2}
          step={0.1}
          decimalScale={2}
          value={temperature ?? ''}
          onChange={(value) => onChange({ temperature: typeof value === 'number' ? value : null })}
        />
        <Select
          label="Reasoning effort"
          description="Models that do not reason refuse it."
          placeholder="The model’s own"
          clearable
          data={efforts}
          value={reasoningEffort}
          onChange={(value) => onChange({ reasoningEffort: value })}
        />
        <NumberInput
          label="Output tokens at most"
          placeholder="The model’s own"
          min={16}
          max={1_000_000}
          allowDecimal={false}
          thousandSeparator=","
          value={maxOutputTokens ?? ''}
          onChange={(value) => {
            const valid = typeof value === 'number' && value >= 16 && value <= 1_000_000;
            if (valid || value === '') onChange({ maxOutputTokens: valid ? value : null });
          }}
        />
      </div>
    </Folded>
  );
}
