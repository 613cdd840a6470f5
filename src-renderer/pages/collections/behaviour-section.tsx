import { BehaviourRows } from '../../components/endpoint/behaviour-rows.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import type { CollectionForm } from './use-collection-form.ts';

interface Props {
  readonly type: 'agent' | 'user';
  readonly form: CollectionForm;
}

export function BehaviourSection({ type, form }: Props) {
  return (
    <FormSection id="behaviour" title="Behaviour" about="How the collection decides and answers.">
      <BehaviourRows values={form.values} set={form.draft.set} what={type === 'agent' ? 'agents' : 'users'} />
    </FormSection>
  );
}
