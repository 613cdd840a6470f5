import { performance } from 'node:perf_hooks';
import type { ChangeSetInput, ChangeSets } from '../db/change-sets.ts';
import type { Desk } from '../domain/desk.ts';
import type { Ports } from '../ports.ts';
import type { Search } from '../search/search.ts';
import { type CallOutcome, toError, toResult } from './call-outcome.ts';
import { type Calling, changeSetOf, createToolContext, prepareCall, prepareWrite } from './prepare-call.ts';

interface Previewed {
  /** Undefined where nothing can be said, since what the call begins with was not run. */
  readonly outcome: CallOutcome | undefined;
  /** What the call would do outside the desk, which a preview does not run: sentences. */
  readonly notRun: readonly string[];
  readonly milliseconds: number;
}

/**
 * Answers what the call would answer now. `look` is called with each change set that it would make, while the desk and
 * the ledger are as they would be after it.
 */
export type PreviewCall = (
  calling: Calling,
  name: string,
  input: unknown,
  look: (changeSetId: number) => void,
) => Promise<Previewed>;

interface Dependencies {
  readonly changeSets: Pick<ChangeSets, 'inPreview'>;
  readonly desk: Desk;
  readonly search: Search;
  readonly ports: Ports;
}

/**
 * Runs one call as `createCallTool` would and takes back whatever it writes before anybody could see it. It counts
 * towards no rate limit, is no use of a key, and leaves nothing in the activity log.
 */
export function createPreviewCall({ changeSets, desk, search, ports }: Dependencies): PreviewCall {
  const run = async (
    calling: Calling,
    name: string,
    input: unknown,
    look: (changeSetId: number) => void,
  ): Promise<Omit<Previewed, 'milliseconds'>> => {
    const inChangeSet = <T>(changeSet: ChangeSetInput, work: () => T): T =>
      changeSets.inPreview(changeSet, (id) => {
        const result = work();
        look(id);
        return result;
      });
    const prepared = prepareCall(calling, name, input);
    if (prepared.refusal !== undefined) return { outcome: prepared.refusal, notRun: [] };
    const { offered } = prepared;
    const outside = offered.tool.outside?.();
    if (outside !== undefined) return { outcome: undefined, notRun: [outside] };
    const context = createToolContext(calling, { desk, search, now: ports.now(), inChangeSet });
    if (offered.tool.kind === 'read') {
      return { outcome: toResult(offered, await offered.tool.run(prepared.input, context)), notRun: [] };
    }
    const write = await prepareWrite(offered, prepared.input, context);
    const outcome = inChangeSet(changeSetOf(calling, 'call', name), () => toResult(offered, write(context)));
    return { outcome, notRun: [] };
  };

  return async (calling, name, input, look) => {
    const started = performance.now();
    const previewed = await run(calling, name, input, look).catch((error: unknown) => ({
      outcome: toError(error, name, ports),
      notRun: [],
    }));
    return { ...previewed, milliseconds: performance.now() - started };
  };
}
