import { Select, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EndpointView } from '../../../src-shared/api/endpoint.ts';
import { profiles } from '../../../src-shared/domain/profiles.ts';
import { api, client } from '../../api/client.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { SettingRow } from '../../components/form/setting-row.tsx';
import { useDraft } from '../../components/form/use-draft.ts';
import { useSaving } from '../../components/form/use-saving.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { describePreview } from './describe-preview.ts';
import classes from './mcp-endpoint.module.css';

const labels = {
  mode: 'Permissions',
  profile: 'Halo release',
  framing: 'Framing of replies',
  agentsSeePrivateNotes: 'Agents’ tools include private notes',
  noteVisibility: 'Notes that Add Note to Ticket writes',
} as const;

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
      <SettingRow
        label={labels.mode}
        htmlFor="endpoint-mode"
        explanation={
          values.mode === 'strict' ? (
            'An agent is offered what the agent’s role allows and sees the tickets that the agent may see. Switch to Halo-compatible to meet what a real tenant does.'
          ) : (
            <span className={classes['warning']}>
              <StateBadge state="warn">Take care.</StateBadge> As in Halo with all system tools included, tools run
              regardless of the agent’s permissions: give applications only the scopes that their tools need. Scopes,
              private notes and who is offered which tool stay as they are.
            </span>
          )
        }
      >
        <Select
          id="endpoint-mode"
          allowDeselect={false}
          data={[
            { value: 'strict', label: 'Strict' },
            { value: 'halo-compatible', label: 'Halo-compatible' },
          ]}
          value={values.mode}
          onChange={(mode) => mode !== null && set({ mode })}
        />
      </SettingRow>
      <SettingRow
        label={labels.profile}
        htmlFor="endpoint-profile"
        explanation="Hides the tools and options that came later than this release, so that you see what a tenant of it offers."
      >
        <Select
          id="endpoint-profile"
          allowDeselect={false}
          data={profiles.map((profile) => ({ value: profile, label: profile === 'latest' ? 'Latest' : profile }))}
          value={values.profile}
          onChange={(profile) => profile !== null && set({ profile })}
        />
      </SettingRow>
      <SettingRow
        label={labels.framing}
        htmlFor="endpoint-framing"
        explanation="Halo frames every reply as server-sent events, at which some clients stumble. By Accept header, a client gets what it asks for, and JSON when it asks for neither."
      >
        <Select
          id="endpoint-framing"
          allowDeselect={false}
          data={[
            { value: 'by-accept', label: 'By Accept header' },
            { value: 'sse', label: 'Always server-sent events' },
          ]}
          value={values.framing}
          onChange={(framing) => framing !== null && set({ framing })}
        />
      </SettingRow>
      <SettingRow
        label={labels.agentsSeePrivateNotes}
        htmlFor="endpoint-private"
        explanation="What agents’ clients read then holds private notes of tickets too. Users never get them, whatever is chosen here."
      >
        <Switch
          id="endpoint-private"
          checked={values.agentsSeePrivateNotes}
          onChange={(event) => set({ agentsSeePrivateNotes: event.currentTarget.checked })}
        />
      </SettingRow>
      <SettingRow
        label={labels.noteVisibility}
        htmlFor="endpoint-notes"
        explanation="The vendor’s guide says that the tool writes private notes; exports of real desks call them public, which users read."
      >
        <Select
          id="endpoint-notes"
          allowDeselect={false}
          data={[
            { value: 'private', label: 'Private' },
            { value: 'public', label: 'Public' },
          ]}
          value={values.noteVisibility}
          onChange={(noteVisibility) => noteVisibility !== null && set({ noteVisibility })}
        />
      </SettingRow>
      <div role="status" className={classes['effect']}>
        {changed.length > 0 && effect.data !== undefined && `When saved: ${describePreview(effect.data)}`}
      </div>
      <SaveBar draft={draft} saving={saving} labels={labels} />
    </FormSection>
  );
}
