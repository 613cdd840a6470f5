import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApplicationEffect, ApplicationView } from '../../../src-shared/api/applications.ts';
import { api, client } from '../../api/client.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import { useSaving } from '../../components/form/use-saving.ts';
import { LoginField } from './login-field.tsx';
import { ScopeField } from './scope-field.tsx';
import classes from './applications.module.css';

interface Props {
  readonly application: ApplicationView;
  readonly effect: ApplicationEffect;
}

interface Values {
  readonly name: string;
  /** An email address, `null` for the service itself, or empty while nobody is chosen. */
  readonly login: string | null;
  readonly scopes: readonly string[];
}

const labels = { name: 'Name', login: 'Acts as', scopes: 'Scopes' } as const;

export function ApplicationForm({ application, effect }: Props) {
  const { id } = application;
  const saved = useMemo(
    (): Values => ({
      name: application.name,
      login: application.person === undefined ? null : (application.person.email ?? ''),
      scopes: application.scopes,
    }),
    [application],
  );
  const draft = useDraft(`application/${id}`, saved);
  const { values, set, changes, changed } = draft;
  const name = useCheckedField(values.name, (text) => (text.trim() === '' ? 'A name is needed.' : undefined));
  const valid = name.problem === undefined && (values.login !== '' || saved.login === '');
  const saving = useSaving(
    draft,
    (change) => client.applications.update({ application: id, changes: toChanges(change) }),
    { revision: 0, valid },
  );
  const preview = useQuery({
    ...api.applications.preview.queryOptions({ input: { application: id, changes: toChanges(changes) } }),
    enabled: changed.length > 0 && valid,
  });
  return (
    <FormSection title="Settings">
      <div className={classes['form']}>
        <TextInput
          label={labels.name}
          value={values.name}
          maxLength={200}
          onChange={(event) => set({ name: event.currentTarget.value })}
          {...name.props}
        />
        <LoginField
          service={values.login === null}
          nobody="Choose a person"
          as={values.login === null || values.login === '' ? undefined : values.login}
          onChange={(change) => {
            if (change.service === true) set({ login: null });
            else if (change.service === false) set({ login: saved.login ?? '' });
            else set({ login: change.as ?? '' });
          }}
        />
        <ScopeField value={values.scopes} onChange={(scopes) => set({ scopes })} />
        <div role="status" className={classes['effect']}>
          {changed.length > 0 && preview.data !== undefined && describeDifference(effect, preview.data)}
        </div>
        <SaveBar draft={draft} saving={saving} labels={labels} valid={valid} />
      </div>
    </FormSection>
  );
}

function toChanges({ name, login, scopes }: Partial<Values>) {
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(login === null ? { service: true } : login !== undefined && { as: login }),
    ...(scopes !== undefined && { scopes: [...scopes] }),
  };
}

function describeDifference(before: ApplicationEffect, after: ApplicationEffect): string {
  const names = ({ tools }: ApplicationEffect) => tools.filter(({ offered }) => offered).map(({ name }) => name);
  const [had, has] = [new Set(names(before)), new Set(names(after))];
  const lost = [...had].filter((name) => !has.has(name));
  const gained = [...has].filter((name) => !had.has(name));
  const parts = [
    ...(lost.length > 0 ? [`is no longer offered ${lost.join(', ')}`] : []),
    ...(gained.length > 0 ? [`is offered ${gained.join(', ')} as well`] : []),
  ];
  return parts.length === 0 ? 'When saved, it is offered the same tools.' : `When saved, it ${parts.join(' and ')}.`;
}
