import { Textarea, Tooltip } from '@mantine/core';
import { useRef } from 'react';
import {
  type Ability,
  abilityPlaces,
  commonPlaces,
  longestAbilityPrompt,
} from '../../../src-shared/domain/abilities.ts';
import { listPlacesOf } from '../../../src-shared/domain/ability-template.ts';
import type { RecordForm } from '../../components/form/use-record-form.ts';
import classes from './abilities.module.css';

/** The template, and the places that can be put into it where the caret is. */
export function PromptField({ form }: { readonly form: RecordForm<Ability> }) {
  const { values, problems, draft } = form;
  const area = useRef<HTMLTextAreaElement>(null);
  const used = new Set(listPlacesOf(values.prompt));
  const places: readonly (readonly [name: string, about: string])[] = [
    ...Object.entries(abilityPlaces[values.input]),
    ...values.parameters
      .filter(({ name }) => name !== '')
      .map(({ name, description }) => [name, description === '' ? 'A parameter of its own' : description] as const),
    ...Object.entries(commonPlaces),
  ];

  const insert = (name: string): void => {
    const { current } = area;
    const at = current?.selectionStart ?? values.prompt.length;
    const end = current?.selectionEnd ?? at;
    const place = `{{${name}}}`;
    draft.set({ prompt: values.prompt.slice(0, at) + place + values.prompt.slice(end) });
    requestAnimationFrame(() => {
      current?.focus();
      current?.setSelectionRange(at + place.length, at + place.length);
    });
  };

  return (
    <div className={classes['editor']}>
      <Textarea
        ref={area}
        className={classes['prompt'] ?? ''}
        label="Prompt"
        required
        autosize
        minRows={6}
        maxRows={24}
        maxLength={longestAbilityPrompt}
        spellCheck={false}
        value={values.prompt}
        error={problems.prompt}
        onChange={(event) => draft.set({ prompt: event.currentTarget.value })}
      />
      <p className={classes['places-label']} id="places">
        Places. Choosing one puts it where the caret is.
      </p>
      <div className={classes['places']} role="group" aria-labelledby="places">
        {places.map(([name, about]) => (
          <Tooltip key={name} label={about}>
            <button
              type="button"
              className={classes['place']}
              data-used={used.has(name) || undefined}
              onClick={() => insert(name)}
            >
              {name}
            </button>
          </Tooltip>
        ))}
      </div>
    </div>
  );
}
