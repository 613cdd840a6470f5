import { Select, Switch } from '@mantine/core';
import { useId } from 'react';
import type { EndpointSettings } from '../../../src-shared/domain/endpoint-settings.ts';
import { isIn, profiles } from '../../../src-shared/domain/profiles.ts';
import { SettingRow } from '../form/setting-row.tsx';
import { StateBadge } from '../state-badge.tsx';
import { behaviourLabels } from './behaviour-labels.ts';
import classes from './endpoint.module.css';

type Behaviour = Pick<EndpointSettings, keyof typeof behaviourLabels>;

interface Props {
  readonly values: Behaviour;
  readonly set: (change: Partial<Behaviour>) => void;
  readonly what: 'endpoint' | 'agents' | 'users';
}

/** How an endpoint decides and answers. What is only about agents is left out for one that lets in users alone. */
export function BehaviourRows({ values, set, what }: Props) {
  const id = useId();
  const offered = profiles.filter((profile) => what === 'endpoint' || isIn(profile, '2.232'));
  return (
    <>
      {what !== 'users' && <ModeRow id={id} values={values} set={set} />}
      <SettingRow
        label={behaviourLabels.profile}
        htmlFor={`${id}-profile`}
        explanation="Hides the tools and options that came later than this release, so that you see what a tenant of it offers."
      >
        <Select
          id={`${id}-profile`}
          allowDeselect={false}
          data={offered.map((profile) => ({ value: profile, label: profile === 'latest' ? 'Latest' : profile }))}
          value={values.profile}
          onChange={(profile) => profile !== null && set({ profile })}
        />
      </SettingRow>
      <SettingRow
        label={behaviourLabels.framing}
        htmlFor={`${id}-framing`}
        explanation="Halo frames every reply as server-sent events, at which some clients stumble. By Accept header, a client gets what it asks for, and JSON when it asks for neither."
      >
        <Select
          id={`${id}-framing`}
          allowDeselect={false}
          data={[
            { value: 'by-accept', label: 'By Accept header' },
            { value: 'sse', label: 'Always server-sent events' },
          ]}
          value={values.framing}
          onChange={(framing) => framing !== null && set({ framing })}
        />
      </SettingRow>
      {what !== 'users' && <NoteRows id={id} values={values} set={set} />}
    </>
  );
}

type RowProps = Omit<Props, 'what'> & { readonly id: string };

function ModeRow({ id, values, set }: RowProps) {
  return (
    <SettingRow
      label={behaviourLabels.mode}
      htmlFor={`${id}-mode`}
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
        id={`${id}-mode`}
        allowDeselect={false}
        data={[
          { value: 'strict', label: 'Strict' },
          { value: 'halo-compatible', label: 'Halo-compatible' },
        ]}
        value={values.mode}
        onChange={(mode) => mode !== null && set({ mode })}
      />
    </SettingRow>
  );
}

function NoteRows({ id, values, set }: RowProps) {
  return (
    <>
      <SettingRow
        label={behaviourLabels.agentsSeePrivateNotes}
        htmlFor={`${id}-private`}
        explanation="What agents’ clients read then holds private notes of tickets too. Users never get them, whatever is chosen here."
      >
        <Switch
          id={`${id}-private`}
          checked={values.agentsSeePrivateNotes}
          onChange={(event) => set({ agentsSeePrivateNotes: event.currentTarget.checked })}
        />
      </SettingRow>
      <SettingRow
        label={behaviourLabels.noteVisibility}
        htmlFor={`${id}-notes`}
        explanation="The vendor’s guide says that the tool writes private notes; exports of real desks call them public, which users read."
      >
        <Select
          id={`${id}-notes`}
          allowDeselect={false}
          data={[
            { value: 'private', label: 'Private' },
            { value: 'public', label: 'Public' },
          ]}
          value={values.noteVisibility}
          onChange={(noteVisibility) => noteVisibility !== null && set({ noteVisibility })}
        />
      </SettingRow>
    </>
  );
}
