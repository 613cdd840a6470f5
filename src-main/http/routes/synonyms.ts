import type { SynonymListView } from '../../../src-shared/api/synonyms.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';

export const synonymRoutes = {
  get: os.synonyms.get.handler(({ context }) => view(context)),
  replace: os.synonyms.replace.handler(({ context, input: { groups, version } }) => {
    context.core.synonyms.replace({ groups }, context.actor, version);
    return view(context);
  }),
};

function view({ core: { synonyms } }: RouteContext): SynonymListView {
  return { groups: synonyms.get().groups, version: synonyms.version() };
}
