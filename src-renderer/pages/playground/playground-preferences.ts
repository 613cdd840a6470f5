import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { z } from 'zod';
import {
  conversationSetup,
  mostComparedSetups,
  type ConversationSetup,
} from '../../../src-shared/domain/conversations.ts';

interface PlaygroundPreferences {
  /** Undefined until somebody said so: then the width of the window decides. */
  readonly listOpen: boolean | undefined;
  readonly setupOpen: boolean | undefined;
  /** What the next conversation is held with: one, or several side by side. Empty until something was chosen. */
  readonly setups: readonly ConversationSetup[];
}

const stored = z.object({
  listOpen: z.boolean().optional(),
  setupOpen: z.boolean().optional(),
  setups: z.array(conversationSetup).max(mostComparedSetups).catch([]),
});

const untouched: PlaygroundPreferences = { listOpen: undefined, setupOpen: undefined, setups: [] };

/** How somebody works with the playground, kept on this machine and in this browser alone. */
export const usePlaygroundPreferences = create<PlaygroundPreferences>()(
  persist(() => untouched, {
    name: 'workbench-playground',
    merge: (kept, now) => {
      const { data } = stored.safeParse(kept);
      return { ...now, listOpen: data?.listOpen, setupOpen: data?.setupOpen, setups: data?.setups ?? [] };
    },
  }),
);
