import type { ToolView } from '../../../src-shared/api/tools.ts';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { type ChoiceMade, disableTool, enableAllTools, enableTool, isChosen } from '../../tools/choose-tools.ts';
import { explainAbsence } from '../../tools/explain-absence.ts';
import { os } from '../implementer.ts';
import type { RouteContext } from '../route-context.ts';

export const toolRoutes = {
  list: os.tools.list.handler(({ context: { core }, input }) => {
    const endpoint = core.endpoints.get(defaultEndpointId);
    const principal = core.access.principalByEmail(input.as);
    const catalogue = core.catalogues.find(endpoint, principal);
    return core.tools.map((tool): ToolView => {
      const { name, title, kind } = tool;
      const offered = catalogue?.tools.has(name) ?? false;
      const enabled = isChosen(tool, endpoint.settings);
      const why = offered ? {} : { why: explainAbsence(tool, endpoint, principal, catalogue) };
      return { name, title, kind, enabled, offered, ...why };
    });
  }),
  enable: os.tools.enable.handler(({ context, input }) =>
    choose(context, (settings, tools) => enableTool(input.name, settings, tools)),
  ),
  disable: os.tools.disable.handler(({ context, input }) =>
    choose(context, (settings, tools) => disableTool(input.name, settings, tools)),
  ),
  enableAll: os.tools.enableAll.handler(({ context }) => choose(context, enableAllTools)),
};

function choose({ core, actor }: RouteContext, decide: typeof enableAllTools): ChoiceMade {
  const choice = decide(core.endpoints.get(defaultEndpointId).settings, core.tools);
  const { includeAllSystemTools, tools } = choice;
  if (choice.changed) core.endpoints.save(defaultEndpointId, { includeAllSystemTools, tools }, actor);
  return choice;
}
