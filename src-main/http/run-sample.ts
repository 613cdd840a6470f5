import type { SampleRunEvent } from '../../src-shared/api/sample-runs.ts';
import { createSampleRequest } from '../../src-shared/domain/client-snippets.ts';
import { fault, readApiError } from '../assistants/responses/api-error.ts';
import type { PreparedResponse } from '../assistants/responses/create-responses.ts';
import { type Principal, principalLabel } from '../domain/principal.ts';
import type { DoorCore } from './route-context.ts';
import { optional } from './row-values.ts';
import { createSampleSteps, type SampleSteps } from './sample-steps.ts';

interface Sample {
  readonly endpointId: string;
  readonly as: Principal;
  /** Ends it, whatever runs. */
  readonly signal: AbortSignal | undefined;
}

/** Whose responses the offline model keeps these as: no key finds them. */
const owner = 'workbench';

/** Runs an endpoint's sample request, which differs from the one shown by its key alone. Throws before anything was run. */
export function runSample(core: DoorCore, { endpointId, as, signal }: Sample): AsyncGenerator<SampleRunEvent, void> {
  const steps = createSampleSteps(core);
  const { name, url, key } = core.openEndpoint({ endpointId, as: principalLabel(as), written: steps.written });
  try {
    const sample = { ...createSampleRequest({ url, key: key.plaintext, name }), stream: true };
    const prepared = core.responses.prepare(sample, { owner, origin: new URL(url).origin });
    return readAll(tellRun(core, prepared, { steps, signal, ended: key.end }));
  } catch (error) {
    key.end();
    throw error;
  }
}

async function* readAll(stream: ReadableStream<SampleRunEvent>): AsyncGenerator<SampleRunEvent, void> {
  yield* stream;
}

interface Run {
  readonly steps: SampleSteps;
  readonly signal: AbortSignal | undefined;
  readonly ended: () => void;
}

/** Begins at once, so that the end comes and is told even to a caller who never looks. */
function tellRun({ ports }: DoorCore, prepared: PreparedResponse, { steps, signal, ended }: Run) {
  const gone = new AbortController();
  const stop = AbortSignal.any([gone.signal, ...(signal === undefined ? [] : [signal])]);
  const startedAt = ports.now();
  return new ReadableStream<SampleRunEvent>({
    async start(controller) {
      let response: unknown;
      const end = (failure?: string): void => {
        const milliseconds = ports.now() - startedAt;
        controller.enqueue({ kind: 'ended', milliseconds, response, ...optional('failure', failure) });
      };
      try {
        response = await prepared.run((event) => {
          if (event.type === 'response.failed') response = event.response;
          const told = steps.read(event);
          if (told !== undefined) controller.enqueue(told);
        }, stop);
        end();
      } catch (error) {
        if (stop.aborted) return;
        const known = readApiError(error);
        if (known === undefined) ports.log.error('A sample request failed unexpectedly.', { error });
        end(known?.body.message ?? fault.message);
      } finally {
        ended();
        if (!gone.signal.aborted) controller.close();
      }
    },
    cancel: () => gone.abort(),
  });
}
