import { Radio } from '@mantine/core';
import type { SettingsProps } from './settings-props.ts';
import { ChoiceSelect } from './choice-select.tsx';
import classes from '../custom-tool.module.css';

const kinds = [
  { value: 'template', label: 'One template', description: 'Its summary, details, priority, team and category apply.' },
  { value: 'type', label: 'One ticket type', description: undefined },
  { value: 'any', label: 'Any ticket type', description: 'Of those that the caller may log; the model names it.' },
] as const;

/** "Log a ticket": of what, and with which parameters. */
export function LogTicketForm({ settings, choices, onChange }: SettingsProps) {
  const { of, typeId, templateId, parameters = 'summary' } = settings;
  const { types, templates } = choices;
  const chosen =
    of === 'template' ? templates.find(({ id }) => id === templateId) : types.find(({ id }) => id === typeId);
  const fieldCount = chosen?.fields ?? 0;
  return (
    <>
      <Radio.Group
        label="What it logs"
        value={String(of)}
        onChange={(next) => onChange(next === 'any' ? { of: next } : { of: next, parameters })}
      >
        <div className={classes['radios']}>
          {kinds.map((kind) => (
            <Radio key={kind.value} size="xs" {...kind} />
          ))}
        </div>
      </Radio.Group>
      {of === 'template' && (
        <ChoiceSelect
          label="Template"
          {...(templates.length === 0 && { description: 'There is no template yet. Choose a ticket type instead.' })}
          choices={templates}
          detail={(id) => templates.find((each) => each.id === id)?.typeName}
          value={toId(templateId)}
          onChange={(id) => onChange({ of, templateId: id, parameters })}
        />
      )}
      {of === 'type' && (
        <ChoiceSelect
          label="Ticket type"
          choices={types}
          value={toId(typeId)}
          onChange={(id) => onChange({ of, typeId: id, parameters })}
        />
      )}
      {of !== 'any' && (
        <Radio.Group
          label="Parameters"
          value={String(parameters)}
          onChange={(next) => onChange({ ...settings, parameters: next })}
        >
          <div className={classes['radios']}>
            <Radio size="xs" value="summary" label="Summary and details" />
            <Radio
              size="xs"
              value="fields"
              label="The type’s field list"
              description={
                chosen !== undefined && fieldCount === 0
                  ? `${chosen.name} has no fields: there are a summary and details alone.`
                  : 'Each field becomes a parameter, beside summary and details. Required ones must be given.'
              }
            />
          </div>
        </Radio.Group>
      )}
    </>
  );
}

function toId(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
