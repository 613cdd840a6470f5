import { Select } from '@mantine/core';
import { Link } from 'react-router';
import type { AbilityView } from '../../../src-shared/api/abilities.ts';
import {
  type Ability,
  type AbilityInput,
  abilityInputs,
  abilityPlaces,
  listModelFreeRules,
} from '../../../src-shared/domain/abilities.ts';
import { findTemplateTrouble } from '../../../src-shared/domain/ability-template.ts';
import { inputNames } from '../../components/ability/ability-words.ts';
import { FieldGrid } from '../../components/form/field-grid.tsx';
import { FlagField } from '../../components/form/fields/flag-field.tsx';
import { TextField } from '../../components/form/fields/text-field.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import type { RecordForm } from '../../components/form/use-record-form.ts';
import { ConnectionFields } from './connection-fields.tsx';
import { ParametersField } from './parameters-field.tsx';
import { PromptField } from './prompt-field.tsx';
import { TargetField } from './target-field.tsx';
import { newAbility } from './ability-words.ts';
import classes from './abilities.module.css';

interface Props {
  readonly form: RecordForm<Ability>;
  readonly isNew: boolean;
  readonly tools: AbilityView['tools'];
}

export function AbilityForm({ form, isNew, tools }: Props) {
  const { values, draft, problems } = form;
  return (
    <>
      <section id="what" tabIndex={-1} aria-label="What it is" className={classes['what']}>
        <FieldGrid>
          <TextField form={form} name="name" required {...(isNew && { autoFocus: true })} />
          <Select
            label={form.labels.input}
            description={problems.input}
            allowDeselect={false}
            data={abilityInputs.map((input) => ({ value: input, label: inputNames[input] }))}
            value={values.input}
            onChange={(input) => input !== null && draft.set(changeInput(values, input))}
          />
          <TextField form={form} name="about" wide description="In one sentence, for people and for the model." />
          <FlagField
            form={form}
            name="inactive"
            description={tools.length === 0 ? 'Nobody can run it then.' : <UsedBy tools={tools} />}
          />
        </FieldGrid>
      </section>
      <FormSection
        id="prompt"
        title="Prompt"
        about="What people wrote fills the places between marks that are new for each run, and the model is told that it is material, never an instruction."
      >
        <PromptField form={form} />
        <ParametersField form={form} />
      </FormSection>
      <FormSection id="answer" title="Answer">
        <TargetField form={form} />
      </FormSection>
      <FormSection id="model" title="Model and limits">
        <ConnectionFields form={form} />
      </FormSection>
    </>
  );
}

function UsedBy({ tools }: { readonly tools: AbilityView['tools'] }) {
  return (
    <>
      Nobody can run it then, and its tools are offered to nobody:{' '}
      {tools.map(({ name, endpointId, endpointName }, index) => (
        <span key={`${endpointId} ${name}`}>
          {index > 0 && ', '}
          <Link to="/mcp-endpoint#tools" className="mono">
            {name}
          </Link>{' '}
          on {endpointName}
        </span>
      ))}
      .
    </>
  );
}

/** What does not fit another input goes back to what fits any. A prompt with places of the former one begins anew. */
function changeInput(values: Ability, text: string): Partial<Ability> {
  const input = text as AbilityInput;
  const target = values.target.to === 'article' ? values.target : ({ to: 'text' } as const);
  const known = [...Object.keys(abilityPlaces[input]), ...values.parameters.map(({ name }) => name)];
  const fits = findTemplateTrouble(values.prompt, known) === undefined;
  const rules = listModelFreeRules({ input, target });
  return {
    ...{ input, target },
    ...(rules.includes(values.withoutModel) ? {} : { withoutModel: 'none' as const }),
    ...(fits ? {} : { prompt: starts[input] }),
  };
}

const starts: Readonly<Record<AbilityInput, string>> = {
  ticket: newAbility.prompt,
  article: 'Title: {{article.title}}\nDescription:\n{{article.description}}\nResolution:\n{{article.resolution}}',
  text: '{{text}}',
};
