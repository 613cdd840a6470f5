import { os } from '../implementer.ts';

export const eventRoutes = {
  subscribe: os.events.subscribe.handler(({ context: { core }, signal }) => core.events.subscribe(signal)),
};
