import { Checkbox, Radio, Select } from '@mantine/core';
import {
  type Ability,
  type AbilityTarget,
  articleFieldTargets,
  isSeenByUsers,
  listModelFreeRules,
  ticketFieldTargets,
} from '../../../src-shared/domain/abilities.ts';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import type { RecordForm } from '../../components/form/use-record-form.ts';
import classes from './abilities.module.css';

const fresh: Readonly<Record<AbilityTarget['to'], AbilityTarget>> = {
  text: { to: 'text' },
  note: { to: 'note', public: false },
  field: { to: 'field', field: 'resolution' },
  article: { to: 'article', audience: 'agents', inactive: true },
};

/** What becomes of the answer, and what may be read for it. */
export function TargetField({ form }: { readonly form: RecordForm<Ability> }) {
  const { values, problems, draft } = form;
  const { input, target } = values;
  const set = (next: AbilityTarget): void => {
    const rules = listModelFreeRules({ input, target: next });
    draft.set({
      target: next,
      ...(rules.includes(values.withoutModel) ? {} : { withoutModel: 'none' as const }),
      ...(isSeenByUsers({ input, target: next }) && { privateNotes: false }),
    });
  };
  const fields = input === 'ticket' ? ticketFieldTargets : articleFieldTargets;
  return (
    <div className={classes['group']}>
      <Radio.Group
        label="What becomes of it"
        value={target.to}
        error={problems.target}
        onChange={(to) => set(to === 'field' ? { to, field: fields[0] } : fresh[to as AbilityTarget['to']])}
      >
        <div className={classes['radios']}>
          <Radio
            size="xs"
            value="text"
            label="It is returned"
            description="Whoever runs it decides what to do with the text."
          />
          {input === 'ticket' && <Radio size="xs" value="note" label="A note on the ticket" />}
          {input !== 'text' && (
            <Radio
              size="xs"
              value="field"
              label={`A field of the ${input}`}
              description="What the desk does not have is refused, and nothing is written."
            />
          )}
          <Radio
            size="xs"
            value="article"
            label="A new knowledge article"
            description={
              input === 'ticket'
                ? 'It is marked as made by AI and linked to the ticket.'
                : 'It is marked as made by AI.'
            }
          />
        </div>
      </Radio.Group>
      {target.to === 'note' && (
        <Checkbox
          className={classes['under'] ?? ''}
          label="Public: the user reads it"
          checked={target.public}
          onChange={(event) => set({ to: 'note', public: event.currentTarget.checked })}
        />
      )}
      {target.to === 'field' && (
        <Select
          className={classes['under'] ?? ''}
          label="Field"
          allowDeselect={false}
          data={fields.map((field) => ({ value: field, label: field.charAt(0).toUpperCase() + field.slice(1) }))}
          value={target.field}
          {...(input === 'ticket' &&
            target.field === 'resolution' && { description: 'Of closed tickets: what they were closed with.' })}
          onChange={(field) => {
            const found = fields.find((each) => each === field);
            if (found !== undefined) set({ to: 'field', field: found });
          }}
        />
      )}
      {target.to === 'article' && (
        <>
          <Select
            className={classes['under'] ?? ''}
            label="For"
            allowDeselect={false}
            data={[
              { value: 'agents', label: 'Agents alone' },
              { value: 'everyone', label: 'Everyone' },
            ]}
            value={target.audience}
            onChange={(audience) => set({ ...target, audience: audience === 'everyone' ? 'everyone' : 'agents' })}
          />
          <Checkbox
            className={classes['under'] ?? ''}
            label="Inactive until somebody has read it"
            checked={target.inactive}
            onChange={(event) => set({ ...target, inactive: event.currentTarget.checked })}
          />
        </>
      )}
      {input === 'ticket' && !isSeenByUsers(values) && (
        <FlagField
          form={form}
          name="privateNotes"
          description="Where whoever runs it may see them: for users never, for agents’ tools only where their endpoint shows them."
        />
      )}
    </div>
  );
}
