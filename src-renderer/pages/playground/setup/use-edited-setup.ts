import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { client } from '../../../api/client.ts';

export interface EditedSetup {
  readonly setup: ConversationSetup;
  readonly error: unknown;
  change(change: Partial<ConversationSetup>): void;
  /** Saves what is not saved yet. */
  settle(): Promise<void>;
}

/** After so long without typing, in milliseconds. */
const rest = 400;

/** A conversation's set-up, saved as it is changed. */
export function useEditedSetup(id: number, saved: ConversationSetup): EditedSetup {
  const [changes, setChanges] = useState<Partial<ConversationSetup>>({});
  const { mutateAsync, error } = useMutation({
    mutationFn: (setup: ConversationSetup) => client.conversations.update({ id, setup }),
  });
  const setup = useMemo(() => ({ ...saved, ...changes }), [saved, changes]);
  const unsaved = Object.keys(changes).length > 0;

  const settle = async (): Promise<void> => {
    if (!unsaved) return;
    await mutateAsync(setup);
    // What was typed meanwhile is saved with the next pause.
    setChanges((now) =>
      Object.fromEntries(
        Object.entries(now).filter(([name, value]) => setup[name as keyof ConversationSetup] !== value),
      ),
    );
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    if (!unsaved) return;
    const timer = setTimeout(() => void latest.current().catch(() => undefined), rest);
    return () => clearTimeout(timer);
  }, [changes, unsaved]);
  useEffect(() => () => void latest.current().catch(() => undefined), []);
  useHotkeys([['mod+s', () => void latest.current().catch(() => undefined)]], [], true);

  return { setup, error, change: (change) => setChanges((now) => ({ ...now, ...change })), settle };
}
