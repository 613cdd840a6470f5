import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../../api/client.ts';

export interface TurnActions {
  readonly busy: boolean;
  readonly error: unknown;
  showRaw(turnId: number): void;
  retry(): void;
  /** A new conversation with the turns up to and with that number, which opens. */
  branch(turn: number): void;
  /** The same up to before that turn, and then this prompt instead. */
  sayInstead(turn: number, text: string): void;
}

/** What can be done with the turns of a conversation. */
export function useTurnActions(id: number, showRaw: (turnId: number) => void): TurnActions {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (act: () => Promise<number | undefined>) => act(),
    onSuccess: (opened) => {
      if (opened !== undefined) void navigate(`/playground/${opened}`);
    },
  });
  return useMemo(
    () => ({
      busy: isPending,
      error,
      showRaw,
      retry: () =>
        mutate(async () => {
          await client.conversations.retry({ id });
          return undefined;
        }),
      branch: (turn) => mutate(async () => (await client.conversations.branch({ id, turn })).id),
      sayInstead: (turn, text) =>
        mutate(async () => {
          const branch = await client.conversations.branch({ id, turn: turn - 1 });
          await client.conversations.send({ id: branch.id, text });
          return branch.id;
        }),
    }),
    [isPending, error, showRaw, mutate, id],
  );
}
