import { eventIterator } from '@orpc/contract';
import { workbenchEvent } from '../events/workbench-event.ts';
import { procedure } from './procedure.ts';

export const eventsContract = {
  /** Begins with `hello` and goes on until the request is aborted or the program ends. */
  subscribe: procedure.output(eventIterator(workbenchEvent)),
};
