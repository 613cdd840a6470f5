import { Switch, TextInput } from '@mantine/core';
import type { CollectionView } from '../../../src-shared/api/collections.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { SettingRow } from '../../components/form/setting-row.tsx';
import { useCheckedField } from '../../components/form/use-checked-field.ts';
import { typeNames } from './type-names.ts';
import type { CollectionForm } from './use-collection-form.ts';
import classes from './collections.module.css';

const abouts = {
  agent: 'Clients act as agents, or as a service. Users are not let in.',
  user: 'Clients act as users and see what those see. An agent is let in as the user who is linked to that agent.',
} as const;

export function GeneralSection({
  collection,
  form,
}: {
  readonly collection: CollectionView;
  readonly form: CollectionForm;
}) {
  const { values, saved, draft, problems } = form;
  const name = useCheckedField(values.name, () => problems.name);
  const { type } = collection.settings;
  const isRenamed = values.name.trim() !== saved.name;
  return (
    <FormSection id="general" title="General">
      <SettingRow
        label="Name"
        htmlFor="collection-name"
        explanation={
          isRenamed
            ? 'The readable address changes with the name. The old one goes on working until another collection takes it, the one with the id always.'
            : 'The readable address follows from it. Clients show it as the name of the server.'
        }
      >
        <TextInput
          id="collection-name"
          className={classes['control'] ?? ''}
          value={values.name}
          onChange={(event) => draft.set({ name: event.currentTarget.value })}
          {...name.props}
        />
      </SettingRow>
      <SettingRow label="Type" explanation={abouts[type]}>
        <div className={classes['control']}>
          {typeNames[type]}
          <span className={classes['dim']}>, fixed when it was made</span>
        </div>
      </SettingRow>
      <SettingRow
        label="Enabled"
        htmlFor="collection-enabled"
        explanation="While it is off, every request that carries a valid key or token is answered with 404, as Halo does."
      >
        <div className={classes['control']}>
          <Switch
            id="collection-enabled"
            checked={values.enabled}
            onChange={(event) => draft.set({ enabled: event.currentTarget.checked })}
          />
        </div>
      </SettingRow>
    </FormSection>
  );
}
