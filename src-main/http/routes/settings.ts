import type { SettingsView } from '../../../src-shared/api/settings.ts';
import { dropUndefined } from '../drop-undefined.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';

export const settingsRoutes = {
  get: os.settings.get.handler(({ context }) => view(context)),
  update: os.settings.update.handler(({ context, input }) => {
    context.core.settings.update(dropUndefined(input), context.actor);
    return view(context);
  }),
};

function view({ core, serving }: RouteContext): SettingsView {
  const settings = core.settings.get();
  const currentPort = serving()?.port;
  return {
    settings,
    ...(currentPort !== undefined && { currentPort }),
    takesEffectAtNextStart: currentPort !== undefined && currentPort !== settings.publicPort,
  };
}
