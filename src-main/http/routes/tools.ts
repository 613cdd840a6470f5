import type { ToolView } from '../../../src-shared/api/tools.ts';
import { defaultEndpointId, type EndpointSettings } from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { type Principal, principalLabel } from '../../domain/principal.ts';
import { describeTool } from '../../tools/catalogue.ts';
import { chooseAnyTools } from '../../tools/choose-custom-tools.ts';
import {
  type ChoiceMade,
  disableTool,
  enableAllTools,
  enableTool,
  isChosen,
  pickOneByOne,
} from '../../tools/choose-tools.ts';
import type { SystemTool, Tool } from '../../tools/define-tool.ts';
import { explainAbsence } from '../../tools/explain-absence.ts';
import { measureListing } from '../../tools/measure-listing.ts';
import { choosePerson } from '../choose-person.ts';
import { os } from '../implementer.ts';
import type { DoorCore, RouteContext } from '../route-context.ts';
import { toToolFacts } from '../tool-facts.ts';

export const toolRoutes = {
  list: os.tools.list.handler(({ context: { core }, input }) => {
    const principal = choosePerson(core, input.as);
    return listTools(core).map((tool) => viewOf(tool, core, principal));
  }),
  get: os.tools.get.handler(({ context: { core }, input: { name, as } }) => {
    const tool = listTools(core).find((candidate) => candidate.name === name);
    if (tool === undefined) throw new AppError('not_found', `There is no tool named "${name}".`);
    return viewOf(tool, core, choosePerson(core, as));
  }),
  preview: os.tools.preview.handler(({ context: { core }, input: { as } }) => {
    const principal = choosePerson(core, as);
    const catalogue = core.catalogues.find(core.endpoints.get(defaultEndpointId), principal);
    if (catalogue === undefined) {
      throw new AppError('not_allowed', `The default endpoint is not for ${principal.name}.`);
    }
    const { bytes, estimatedTokens } = measureListing(catalogue.listed);
    return {
      principal: core.access.describePrincipal(principalLabel(principal)),
      tools: catalogue.listed.map((tool) => ({ ...tool })),
      ...{ bytes, estimatedTokens },
    };
  }),
  enable: os.tools.enable.handler(({ context, input }) => turn(context, input.name, true)),
  disable: os.tools.disable.handler(({ context, input }) => turn(context, input.name, false)),
  choose: os.tools.choose.handler(({ context, input }) =>
    choose(context, (settings, tools) => chooseAnyTools(input.names, input.enabled, settings, tools)),
  ),
  enableAll: os.tools.enableAll.handler(({ context }) => choose(context, enableAllTools)),
  pickOneByOne: os.tools.pickOneByOne.handler(({ context }) => choose(context, pickOneByOne)),
};

function listTools({ endpointTools, endpoints }: DoorCore): readonly Tool[] {
  return endpointTools.of(endpoints.get(defaultEndpointId).settings);
}

function turn(context: RouteContext, name: string, enabled: boolean): ChoiceMade {
  return choose(context, (settings, tools) => {
    if (settings.customTools.some((tool) => tool.name === name)) {
      return chooseAnyTools([name], enabled, settings, tools);
    }
    return (enabled ? enableTool : disableTool)(name, settings, tools);
  });
}

function viewOf(tool: Tool, core: DoorCore, principal: Principal): ToolView {
  const endpoint = core.endpoints.get(defaultEndpointId);
  const catalogue = core.catalogues.find(endpoint, principal);
  const listed = catalogue?.tools.get(tool.name)?.listed ?? describeTool(tool, endpoint, principal);
  const offered = catalogue?.tools.has(tool.name) ?? false;
  return {
    ...toToolFacts(tool, listed),
    ...{ enabled: isChosen(tool, endpoint.settings), offered },
    ...(offered ? {} : { why: explainAbsence(tool, endpoint, principal, catalogue) }),
  };
}

type Decide = (
  settings: EndpointSettings,
  tools: readonly SystemTool[],
) => ChoiceMade & Partial<Pick<EndpointSettings, 'customTools'>>;

function choose({ core, actor }: RouteContext, decide: Decide): ChoiceMade {
  const { settings } = core.endpoints.get(defaultEndpointId);
  const { customTools = settings.customTools, ...choice } = decide(settings, core.tools);
  const { includeAllSystemTools, tools } = choice;
  if (choice.changed) core.endpoints.save(defaultEndpointId, { includeAllSystemTools, tools, customTools }, actor);
  return choice;
}
