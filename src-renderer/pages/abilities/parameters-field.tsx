import { ActionIcon, Button, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { type Ability, mostAbilityParameters } from '../../../src-shared/domain/abilities.ts';
import type { RecordForm } from '../../components/form/use-record-form.ts';
import classes from './abilities.module.css';

type Parameter = Ability['parameters'][number];

/** What whoever runs it is asked for, each a place in the prompt and a parameter of a tool. */
export function ParametersField({ form }: { readonly form: RecordForm<Ability> }) {
  const { values, problems, draft } = form;
  const { parameters } = values;
  const put = (index: number, change: Partial<Parameter>): void =>
    draft.set({ parameters: parameters.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  return (
    <div className={classes['rows']}>
      {parameters.length > 0 && (
        <p className={classes['dim']}>
          Parameters: what whoever runs it is asked for. One without a usual value must be given.
        </p>
      )}
      {parameters.map((parameter, index) => (
        <div key={index} className={classes['row']} role="group" aria-label={`Parameter ${index + 1}`}>
          <TextInput
            label="Name"
            placeholder="language"
            value={parameter.name}
            error={parameter.name !== '' && !/^[a-z][a-z0-9_]{0,39}$/.test(parameter.name)}
            onChange={(event) => put(index, { name: event.currentTarget.value.trim().toLowerCase() })}
          />
          <TextInput
            label="Description"
            maxLength={500}
            value={parameter.description}
            onChange={(event) => put(index, { description: event.currentTarget.value })}
          />
          <TextInput
            label="Usual value"
            placeholder="Must be given"
            maxLength={1000}
            value={parameter.fallback}
            onChange={(event) => put(index, { fallback: event.currentTarget.value })}
          />
          <ActionIcon
            size="lg"
            aria-label={`Remove parameter ${parameter.name}`}
            onClick={() => draft.set({ parameters: parameters.filter((_, at) => at !== index) })}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      ))}
      {problems.parameters !== undefined && <p className={classes['problem']}>{problems.parameters}</p>}
      <div>
        <Button
          variant="default"
          disabled={parameters.length >= mostAbilityParameters}
          onClick={() => draft.set({ parameters: [...parameters, { name: '', description: '', fallback: '' }] })}
        >
          Add parameter
        </Button>
      </div>
    </div>
  );
}
