import { os } from '../implementer.ts';

export const synonymRoutes = {
  get: os.synonyms.get.handler(({ context }) => context.core.synonyms.get()),
  replace: os.synonyms.replace.handler(({ context, input }) => context.core.synonyms.replace(input, context.actor)),
};
