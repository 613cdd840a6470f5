import { useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { useConnection } from '../../api/connection.ts';
import { isUnreachable } from '../../api/is-unreachable.ts';
import type { FormDraft } from './use-draft.ts';

export interface Saving {
  readonly saving: boolean;
  readonly error: unknown;
  readonly saved: boolean;
  /** Others changed the same field meanwhile: saving once more with `overwrite` puts this form's value there. */
  readonly conflict: boolean;
  save(options?: { readonly overwrite?: boolean }): void;
}

/** What `send` answers when somebody was asked and thought better of it: nothing was saved, and the draft stays. */
export const notSaved = Symbol('not saved');

/** Saves a form's changes by button or Ctrl+S. The draft goes only when the core has acknowledged. */
export function useSaving<Values>(
  draft: FormDraft<Values>,
  send: (changes: Partial<Values>, revision: number) => Promise<unknown>,
  current: { readonly revision: number; readonly valid?: boolean },
): Saving {
  const mutation = useMutation({
    mutationFn: ({ overwrite }: { overwrite: boolean }) =>
      send(draft.changes, overwrite ? current.revision : draft.revision),
    onSuccess: (result) => {
      if (result !== notSaved) draft.discard();
    },
  });
  const possible = draft.changed.length > 0 && current.valid !== false && !mutation.isPending;
  const save = ({ overwrite = false } = {}): void => {
    if (possible) mutation.mutate({ overwrite });
  };
  useHotkeys([['mod+S', () => save()]], []);
  const isBack = useConnection(({ state }) => state === 'online') && isUnreachable(mutation.error);
  return {
    saving: mutation.isPending,
    // That nobody answered is no longer true once somebody does.
    error: isBack ? null : mutation.error,
    saved: mutation.isSuccess && mutation.data !== notSaved && draft.changed.length === 0,
    conflict: mutation.error instanceof AppError && mutation.error.code === 'conflict',
    save,
  };
}
