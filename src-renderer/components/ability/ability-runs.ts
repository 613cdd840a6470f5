import { create } from 'zustand';
import type { AbilityEvent } from '../../../src-shared/api/abilities.ts';
import type { Ability } from '../../../src-shared/domain/abilities.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../describe-error.ts';

export interface AbilityQuestion {
  readonly ability: Ability;
  readonly ticketId?: number | undefined;
  readonly articleId?: number | undefined;
  readonly text?: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A run as far as it has come. */
export interface AbilityRun {
  readonly question: AbilityQuestion;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly prompt?: Extract<AbilityEvent, { kind: 'prompt' }>;
  readonly text: string;
  readonly draft?: Extract<AbilityEvent, { kind: 'draft' }>;
  readonly failure?: string;
}

interface Runs {
  readonly runs: Readonly<Record<string, AbilityRun>>;
  put(key: string, run: AbilityRun): void;
}

/** Results stay while the app is open: who looks at the record comes back to them. */
export const useAbilityRuns = create<Runs>()((set) => ({
  runs: {},
  put: (key, run) => set(({ runs }) => ({ runs: { ...runs, [key]: run } })),
}));

const running = new Map<string, AbortController>();

export function stopAbility(key: string): void {
  running.get(key)?.abort();
}

/** Runs an ability; a new run under the same key ends the one before. Nothing is written by it. */
export async function startAbility(key: string, question: AbilityQuestion): Promise<void> {
  stopAbility(key);
  const abort = new AbortController();
  running.set(key, abort);
  let run: AbilityRun = { question, state: 'running', text: '' };
  const show = (change: Partial<AbilityRun>): void => {
    if (running.get(key) !== abort) return;
    run = { ...run, ...change };
    useAbilityRuns.getState().put(key, run);
  };
  show({});
  try {
    const asked = { ...question, parameters: { ...question.parameters } };
    for await (const event of await client.abilities.run(asked, { signal: abort.signal })) {
      if (abort.signal.aborted) break;
      show(applyEvent(run, event));
    }
    if (run.state === 'running') show({ state: 'stopped' });
  } catch (error) {
    if (abort.signal.aborted) show({ state: 'stopped' });
    else show({ state: 'failed', failure: describeError(error).sentence });
  } finally {
    if (running.get(key) === abort) running.delete(key);
  }
}

function applyEvent({ text }: AbilityRun, event: AbilityEvent): Partial<AbilityRun> {
  switch (event.kind) {
    case 'prompt':
      return { prompt: event };
    case 'text':
      return { text: text + event.delta };
    case 'draft':
      return { draft: event, text: event.text, state: 'done' };
    case 'failed':
      return { state: 'failed', failure: event.sentence };
  }
}
