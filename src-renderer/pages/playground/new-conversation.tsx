import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import { client } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { useDraft } from '../../components/form/use-draft.ts';
import { Composer } from './composer.tsx';
import { Frame } from './frame.tsx';
import { usePlaygroundPreferences } from './playground-preferences.ts';
import { Grants } from './setup/grants.tsx';
import { SetupForm } from './setup/setup-form.tsx';
import { SetupPanel } from './setup/setup-panel.tsx';
import { SetupTabs } from './setup/setup-tabs.tsx';
import { readSetupChoices, useSetupChoices } from './setup/use-setup-choices.ts';
import { StartingPoints } from './starting-points.tsx';
import classes from './playground.module.css';

interface Props {
  readonly listOpen: boolean;
  readonly onList: () => void;
  /** The address names a conversation that cannot be. */
  readonly missing: boolean;
}

const empty = { text: '' };

/** Where a conversation begins: what it is held with, and the first message. */
export function NewConversation({ listOpen, onList, missing }: Props) {
  const { choices, error } = useSetupChoices();
  const { setups: kept, setupOpen } = usePlaygroundPreferences();
  const [chosen, setChosen] = useState(0);
  const wide = useMediaQuery('(min-width: 1001px)', window.innerWidth > 1000);
  const draft = useDraft('composer/new', empty);
  const input = useRef<HTMLTextAreaElement>(null);
  const navigate = useNavigate();
  const showSetup = (open: boolean): void => void usePlaygroundPreferences.setState({ setupOpen: open });

  const setups = choices?.begin(kept) ?? [];
  const at = Math.min(chosen, setups.length - 1);
  const setup = setups[at];
  const keep = (next: readonly ConversationSetup[]): void => void usePlaygroundPreferences.setState({ setups: next });

  const send = async (text: string): Promise<void> => {
    const [first, ...others] = (await readSetupChoices()).begin(kept);
    if (first === undefined) return;
    const made =
      others.length === 0
        ? [await client.conversations.create({ setup: first })]
        : await client.conversations.compare({ setups: [first, ...others] });
    await Promise.all(made.map(({ id }) => client.conversations.send({ id, text })));
    // Only now, so that the draft goes with what was sent.
    queueMicrotask(() => void navigate(`/playground/${made[0]?.id ?? ''}`));
  };

  const open = setupOpen ?? wide;
  const panel = open && choices !== undefined && setup !== undefined && (
    <SetupPanel onClose={() => showSetup(false)}>
      <SetupTabs
        setups={setups}
        chosen={at}
        onChoose={setChosen}
        onAdd={() => {
          keep([...setups, setup]);
          setChosen(setups.length);
        }}
        onRemove={(index) => keep(setups.filter((_, other) => other !== index))}
      />
      <SetupForm
        key={`${at} of ${setups.length}`}
        setup={setup}
        choices={choices}
        onChange={(change) => keep(setups.map((one, index) => (index === at ? { ...one, ...change } : one)))}
      />
      <Grants conversationId={undefined} />
    </SetupPanel>
  );
  return (
    <Frame
      title="Playground"
      listOpen={listOpen}
      onList={onList}
      onSetup={open ? undefined : () => showSetup(true)}
      panel={panel}
    >
      <div className={classes['start']} tabIndex={0} role="group" aria-label="Starting points">
        {missing && <p className={classes['note']}>There is no such conversation. It may have been deleted.</p>}
        {error !== null && <ErrorState error={error} what="What there is to choose from could not be read" />}
        {setup !== undefined && (
          <StartingPoints
            setup={setup}
            onChoose={(text) => {
              draft.set({ text });
              input.current?.focus();
            }}
          />
        )}
      </div>
      <Composer name="new" busy={false} input={input} onSend={send} onStop={() => Promise.resolve()} />
    </Frame>
  );
}
