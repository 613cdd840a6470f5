import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

export interface GuardedChange {
  /** What the confirming button says. */
  readonly verb: string;
  /** What the change would do to others, as a sentence; undefined when it harms nobody and is done at once. */
  readonly warn: () => Promise<string | undefined>;
  /** Makes the change and says what was done. */
  readonly make: () => Promise<string>;
}

export interface Guard {
  /** Waits for a person's word. */
  readonly asking: { readonly verb: string; readonly warning: string } | undefined;
  readonly done: string | undefined;
  readonly error: unknown;
  begin(change: GuardedChange): void;
  confirm(): void;
  cancel(): void;
}

/** Makes changes that act at once, and asks first when they take something from somebody. */
export function useGuardedChange(): Guard {
  const [asking, setAsking] = useState<{ change: GuardedChange; warning: string }>();
  const [from, setFrom] = useState<Element | null>(null);
  const making = useMutation({ mutationFn: (change: GuardedChange) => change.make() });
  const warning = useMutation({
    mutationFn: (change: GuardedChange) => change.warn(),
    onSuccess: (sentence, change) => {
      if (sentence === undefined) making.mutate(change);
      else setAsking({ change, warning: sentence });
    },
  });
  const leave = (): void => {
    setAsking(undefined);
    if (from instanceof HTMLElement) from.focus();
  };
  return {
    asking: asking && { verb: asking.change.verb, warning: asking.warning },
    done: asking === undefined ? making.data : undefined,
    error: warning.error ?? making.error,
    begin: (change) => {
      // The controls stay enabled meanwhile, so that the focus stays where it is.
      if (making.isPending || warning.isPending) return;
      setFrom(document.activeElement);
      setAsking(undefined);
      making.reset();
      warning.mutate(change);
    },
    confirm: () => {
      if (asking !== undefined) making.mutate(asking.change);
      leave();
    },
    cancel: leave,
  };
}
