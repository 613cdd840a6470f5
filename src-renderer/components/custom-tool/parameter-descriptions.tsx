import { TextInput } from '@mantine/core';
import { longestParameterDescription } from '../../../src-shared/domain/custom-tools.ts';
import type { CustomToolForm } from './use-custom-tool-form.ts';
import classes from './custom-tool.module.css';

/** What models read of each parameter, where its own description does not do. */
export function ParameterDescriptions({ form: { values, draft, preview } }: { readonly form: CustomToolForm }) {
  if (preview === undefined || preview.parameters.length === 0) return null;
  const { parameters } = values;
  return (
    <details className={classes['more']}>
      <summary>Describe parameters in your own words</summary>
      <div className={classes['fields']}>
        {preview.parameters.map(({ name, description }) => (
          <TextInput
            key={name}
            label={<span className="mono">{name}</span>}
            placeholder={description}
            maxLength={longestParameterDescription}
            value={parameters[name] ?? ''}
            onChange={(event) => {
              const { [name]: _, ...others } = parameters;
              const text = event.currentTarget.value;
              draft.set({ parameters: text === '' ? others : { ...others, [name]: text } });
            }}
          />
        ))}
      </div>
    </details>
  );
}
