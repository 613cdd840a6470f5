import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Ability, listModelFreeRules } from '../../../src-shared/domain/abilities.ts';
import { api } from '../../api/client.ts';
import { FieldGrid } from '../../components/form/field-grid.tsx';
import type { RecordForm } from '../../components/form/use-record-form.ts';
import { ruleLabels } from './ability-words.ts';

const standard = 'default';

/** Which model is asked, what stands in for one, and how much it may take. */
export function ConnectionFields({ form }: { readonly form: RecordForm<Ability> }) {
  const { values, problems, draft, labels } = form;
  const { data: connections = [] } = useQuery(api.connections.list.queryOptions());
  const usual = connections.find(({ isDefault }) => isDefault);
  const chosen =
    connections.find(({ id }) => id === values.connectionId) ?? (values.connectionId === null ? usual : undefined);
  const isGone = values.connectionId !== null && connections.length > 0 && chosen === undefined;
  const rules = listModelFreeRules(values);
  return (
    <FieldGrid>
      <Select
        label={labels.connectionId}
        allowDeselect={false}
        data={[
          { value: standard, label: `The default one${usual === undefined ? '' : ` (${usual.name})`}` },
          ...connections.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={isGone ? null : (values.connectionId ?? standard)}
        error={isGone ? 'Its connection is gone. Choose another one.' : undefined}
        onChange={(id) => id !== null && draft.set({ connectionId: id === standard ? null : id })}
      />
      {chosen?.kind !== 'offline' && (
        <TextInput
          label={labels.model}
          maxLength={200}
          placeholder={chosen?.model ?? ''}
          value={values.model}
          onChange={(event) => draft.set({ model: event.currentTarget.value })}
        />
      )}
      <Select
        label={labels.withoutModel}
        description="What the offline model’s rules do instead. Its answers are marked as rule-based."
        allowDeselect={false}
        data={rules.map((rule) => ({ value: rule, label: ruleLabels[rule] }))}
        value={values.withoutModel}
        error={problems.withoutModel}
        onChange={(text) => {
          const rule = rules.find((each) => each === text);
          if (rule !== undefined) draft.set({ withoutModel: rule });
        }}
      />
      <LimitField form={form} name="seconds" description="Then it fails, and nothing is written." />
      <LimitField
        form={form}
        name="mostCharacters"
        description="A long conversation is left out from its beginning; anything else that is longer is refused."
      />
      <LimitField form={form} name="mostTokens" description="An answer that does not fit is refused." />
    </FieldGrid>
  );
}

interface LimitProps {
  readonly form: RecordForm<Ability>;
  readonly name: 'seconds' | 'mostCharacters' | 'mostTokens';
  readonly description: string;
}

function LimitField({ form, name, description }: LimitProps) {
  const { values, problems, draft, labels } = form;
  return (
    <NumberInput
      label={labels[name]}
      description={description}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=","
      clampBehavior="none"
      value={values[name]}
      error={problems[name]}
      onChange={(value) => draft.set({ [name]: typeof value === 'number' ? value : 0 })}
    />
  );
}
