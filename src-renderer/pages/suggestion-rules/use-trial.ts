import { create } from 'zustand';
import type { RuleTrialEvent } from '../../../src-shared/api/suggestions.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import type { RuleFields } from './rule-words.ts';

type Told = Exclude<RuleTrialEvent, { kind: 'failed' }>;

/** A trial of a rule, as far as it has come. */
export interface Trial {
  /** What was tried, to tell whether the form has changed since. */
  readonly rule: RuleFields;
  /** Whether it was tried beside the saved rule. */
  readonly compared: boolean;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly told?: Told;
  /** By the page's clock, in milliseconds. */
  readonly startedAt: number;
  readonly failure?: string;
}

interface Trials {
  readonly trials: Readonly<Record<string, Trial>>;
  put(key: string, trial: Trial): void;
}

/** Results stay while the app is open: who looks at a ticket of one comes back to it. */
export const useTrials = create<Trials>()((set) => ({
  trials: {},
  put: (key, trial) => set(({ trials }) => ({ trials: { ...trials, [key]: trial } })),
}));

const running = new Map<string, AbortController>();

export function stopTrial(key: string): void {
  running.get(key)?.abort();
}

/** Tries a rule, with an id beside its saved version. A new trial of the same rule ends the one before. */
export async function startTrial(key: string, rule: RuleFields, id: number | undefined): Promise<void> {
  stopTrial(key);
  const abort = new AbortController();
  running.set(key, abort);
  let trial: Trial = { rule, compared: id !== undefined, state: 'running', startedAt: Date.now() };
  const show = (change: Partial<Trial>): void => {
    if (running.get(key) !== abort) return;
    trial = { ...trial, ...change };
    useTrials.getState().put(key, trial);
  };
  show({});
  try {
    const asked = { ...rule, ...(id !== undefined && { id }) };
    for await (const event of await client.suggestions.tryRule(asked, { signal: abort.signal })) {
      if (abort.signal.aborted) break;
      if (event.kind === 'failed') show({ state: 'failed', failure: event.sentence });
      else show({ told: event, state: event.kind === 'result' ? 'done' : 'running' });
    }
    if (trial.state === 'running') show({ state: 'stopped' });
  } catch (error) {
    if (abort.signal.aborted) show({ state: 'stopped' });
    else show({ state: 'failed', failure: describeError(error).sentence });
  } finally {
    if (running.get(key) === abort) running.delete(key);
  }
}
