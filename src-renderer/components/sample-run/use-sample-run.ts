import { create } from 'zustand';
import type { SampleRunEvent, SampleStep } from '../../../src-shared/api/sample-runs.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../describe-error.ts';

/** A run of an endpoint's sample request, as far as it has come. */
export interface SampleRun {
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly steps: readonly SampleStep[];
  readonly milliseconds?: number;
  readonly response?: unknown;
  readonly failure?: string;
}

interface Runs {
  readonly runs: Readonly<Record<string, SampleRun>>;
  put(endpointId: string, run: SampleRun): void;
}

/** By endpoint. Results stay while the app is open: who looks at the ticket that was logged comes back to them. */
export const useSampleRuns = create<Runs>()((set) => ({
  runs: {},
  put: (endpointId, run) => set(({ runs }) => ({ runs: { ...runs, [endpointId]: run } })),
}));

const running = new Map<string, AbortController>();

export function stopSampleRun(endpointId: string): void {
  running.get(endpointId)?.abort();
}

/** As the person with that address, or as the administrator. A new run for the same endpoint ends the one before. */
export async function startSampleRun(endpointId: string, as: string | undefined): Promise<void> {
  stopSampleRun(endpointId);
  const abort = new AbortController();
  running.set(endpointId, abort);
  let run: SampleRun = { state: 'running', steps: [] };
  const show = (change: Partial<SampleRun>): void => {
    if (running.get(endpointId) !== abort) return;
    run = { ...run, ...change };
    useSampleRuns.getState().put(endpointId, run);
  };
  show({});
  try {
    const asked = { endpointId, ...(as !== undefined && { as }) };
    for await (const event of await client.sampleRuns.run(asked, { signal: abort.signal })) {
      if (abort.signal.aborted) break;
      show(applyEvent(run, event));
    }
    if (run.state === 'running') show({ state: 'stopped' });
  } catch (error) {
    if (abort.signal.aborted) show({ state: 'stopped' });
    else show({ state: 'failed', failure: describeError(error).sentence });
  } finally {
    if (running.get(endpointId) === abort) running.delete(endpointId);
  }
}

function applyEvent({ steps }: SampleRun, event: SampleRunEvent): Partial<SampleRun> {
  switch (event.kind) {
    case 'step':
      return { steps: replaceAt(steps, event.index, event.step) };
    case 'text': {
      const before = steps[event.index];
      if (before?.kind !== 'answer') return {};
      return { steps: replaceAt(steps, event.index, { ...before, text: before.text + event.text }) };
    }
    case 'ended': {
      const { milliseconds, response, failure } = event;
      if (failure === undefined) return { state: 'done', milliseconds, response };
      return { state: 'failed', milliseconds, response, failure };
    }
  }
}

function replaceAt(steps: readonly SampleStep[], index: number, step: SampleStep): SampleStep[] {
  const next = [...steps];
  next[index] = step;
  return next;
}
