import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { api, client } from '../../api/client.ts';
import { behaviourLabels } from '../../components/endpoint/behaviour-labels.ts';
import { BehaviourRows } from '../../components/endpoint/behaviour-rows.tsx';
import { FormSection } from '../../components/form/form-section.tsx';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { useDraft } from '../../components/form/use-draft.ts';
import { useSaving } from '../../components/form/use-saving.ts';
import { describePreview } from './describe-preview.ts';
import classes from './mcp-endpoint.module.css';

export function BehaviourSection({ endpoint }: { readonly endpoint: EndpointView }) {
  const { settings } = endpoint;
  const saved = useMemo(() => {
    const { mode, profile, framing, agentsSeePrivateNotes, noteVisibility } = settings;
    return { mode, profile, framing, agentsSeePrivateNotes, noteVisibility };
  }, [settings]);
  const draft = useDraft('endpoint/behaviour', saved);
  const { values, set, changes, changed } = draft;
  const saving = useSaving(draft, (change) => client.endpoint.update(change), { revision: 0 });
  const effect = useQuery({
    ...api.endpoint.preview.queryOptions({ input: { change: changes } }),
    enabled: changed.length > 0,
  });
  return (
    <FormSection id="behaviour" title="Behaviour" about="How the endpoint decides and answers.">
      <BehaviourRows values={values} set={set} what="endpoint" />
      <div role="status" className={classes['effect']}>
        {changed.length > 0 && effect.data !== undefined && `When saved: ${describePreview(effect.data)}`}
      </div>
      <SaveBar draft={draft} saving={saving} labels={behaviourLabels} />
    </FormSection>
  );
}
