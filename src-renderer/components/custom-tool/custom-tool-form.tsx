import { Button, Radio, Switch, Textarea, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  longestCustomToolName,
  longestCustomToolTitle,
  type CustomTool,
} from '../../../src-shared/domain/custom-tools.ts';
import { api, client } from '../../api/client.ts';
import { describeError } from '../describe-error.ts';
import { ErrorState } from '../error-state.tsx';
import { useCheckedField } from '../form/use-checked-field.ts';
import { modifierKey } from '../modifier-key.ts';
import { CustomToolPreview } from './custom-tool-preview.tsx';
import { DrawnSettings } from './drawn-settings.tsx';
import { ParameterDescriptions } from './parameter-descriptions.tsx';
import { useCustomToolForm } from './use-custom-tool-form.ts';
import { formsOfUses } from './uses/index.ts';
import classes from './custom-tool.module.css';

interface Props {
  readonly endpoint: string;
  /** The tool that is edited; a new one without. */
  readonly stored?: CustomTool | undefined;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}

/** A custom tool and, beside it, what models will read. What was typed is kept when the dialog is closed. */
export function CustomToolForm({ endpoint, stored, onDone, onClose }: Props) {
  // As it was when the dialog opened: what others change meanwhile is a conflict, not a new beginning.
  const [saved] = useState(stored);
  const form = useCustomToolForm(endpoint, saved);
  const { draft, values, tool, problems, valid } = form;
  const uses = useQuery(api.customTools.uses.queryOptions());
  const choices = useQuery(api.customTools.choices.queryOptions({ input: { endpoint } }));
  const saving = useMutation({
    mutationFn: () =>
      client.customTools.put({ endpoint, tool, ...(saved !== undefined && { replaces: saved.name, read: saved }) }),
    onSuccess: ({ name }) => {
      draft.discard();
      onDone(name);
    },
  });
  const save = (): void => {
    if (valid && !saving.isPending) saving.mutate();
  };
  useHotkeys([['mod+S', save]], []);
  const title = useCheckedField(values.title, () => problems.title);
  const name = useCheckedField(values.name, () => problems.name);
  const instruction = useCheckedField(values.instruction, () => problems.instruction);
  const error = uses.error ?? choices.error ?? form.error;
  if (error !== null) return <ErrorState error={error} what="What custom tools are made of could not be read" />;
  if (uses.data === undefined || choices.data === undefined) return null;
  const own = formsOfUses[values.use];
  const schema = uses.data.find((use) => use.name === values.use)?.settings ?? {};
  const settings = {
    settings: values.settings,
    onChange: (next: CustomTool['settings']) => draft.set({ settings: next }),
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={classes['columns']}>
        <div className={classes['fields']}>
          <Radio.Group
            label="Use"
            value={values.use}
            onChange={(use) => draft.set({ use, settings: formsOfUses[use]?.fresh ?? {}, parameters: {} })}
          >
            <div className={classes['radios']}>
              {uses.data.map((use) => (
                <Radio
                  key={use.name}
                  size="xs"
                  value={use.name}
                  label={use.title}
                  description={use.about}
                  {...(use.name === values.use && saved === undefined && { 'data-autofocus': true })}
                />
              ))}
            </div>
          </Radio.Group>
          {own === undefined ? (
            <DrawnSettings key={values.use} schema={schema} {...settings} />
          ) : (
            <own.Form choices={choices.data} {...settings} />
          )}
          <div className={classes['pair']}>
            <TextInput
              label="Title"
              required
              maxLength={longestCustomToolTitle}
              value={values.title}
              onChange={(event) => form.setTitle(event.currentTarget.value)}
              {...title.props}
              {...(saved !== undefined && { 'data-autofocus': true })}
            />
            <TextInput
              label="Name"
              required
              description="What clients call it by."
              classNames={{ input: 'mono' }}
              spellCheck={false}
              maxLength={longestCustomToolName}
              value={values.name}
              onChange={(event) => draft.set({ name: event.currentTarget.value })}
              {...name.props}
            />
          </div>
          <Textarea
            label="Instruction"
            required
            description="What models read: when to use the tool, and what comes of it."
            minRows={3}
            maxRows={10}
            value={values.instruction}
            onChange={(event) => draft.set({ instruction: event.currentTarget.value })}
            {...instruction.props}
          />
          <ParameterDescriptions form={form} />
          <Switch
            label="Offer it to clients"
            checked={values.enabled}
            onChange={(event) => draft.set({ enabled: event.currentTarget.checked })}
          />
        </div>
        <CustomToolPreview form={form} isForAll={endpoint === 'default'} />
      </div>
      {saving.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(saving.error).sentence}
        </div>
      )}
      <div className={classes['foot']}>
        {draft.changed.length > 0 && (
          <Button variant="subtle" color="gray" onClick={draft.discard}>
            Discard what was typed
          </Button>
        )}
        <span className={classes['grow']} />
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={!valid} loading={saving.isPending} title={`${modifierKey}+S`}>
          {saved === undefined ? 'Add tool' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
