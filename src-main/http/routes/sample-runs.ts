import { choosePerson } from '../choose-person.ts';
import { os } from '../implementer.ts';
import { runSample } from '../run-sample.ts';

export const sampleRunRoutes = {
  run: os.sampleRuns.run.handler(({ context: { core }, input: { endpointId, as }, signal }) =>
    runSample(core, { endpointId, as: choosePerson(core, as), signal }),
  ),
};
