import type { ToolView } from '../../../src-shared/api/tools.ts';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { estimateTokens } from '../../../src-shared/domain/estimate-tokens.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { type Principal, principalLabel } from '../../domain/principal.ts';
import { describeTool } from '../../tools/catalogue.ts';
import {
  type ChoiceMade,
  chooseTools,
  disableTool,
  enableAllTools,
  enableTool,
  isChosen,
  pickOneByOne,
} from '../../tools/choose-tools.ts';
import type { SystemTool } from '../../tools/define-tool.ts';
import { explainAbsence } from '../../tools/explain-absence.ts';
import { measureListing } from '../../tools/measure-listing.ts';
import { choosePerson } from '../choose-person.ts';
import { os } from '../implementer.ts';
import type { DoorCore, RouteContext } from '../route-context.ts';

export const toolRoutes = {
  list: os.tools.list.handler(({ context: { core }, input }) => {
    const principal = choosePerson(core, input.as);
    return core.tools.map((tool) => viewOf(tool, core, principal));
  }),
  get: os.tools.get.handler(({ context: { core }, input: { name, as } }) => {
    const tool = core.tools.find((candidate) => candidate.name === name);
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
  enable: os.tools.enable.handler(({ context, input }) =>
    choose(context, (settings, tools) => enableTool(input.name, settings, tools)),
  ),
  disable: os.tools.disable.handler(({ context, input }) =>
    choose(context, (settings, tools) => disableTool(input.name, settings, tools)),
  ),
  choose: os.tools.choose.handler(({ context, input }) =>
    choose(context, (settings, tools) => chooseTools(input.names, input.enabled, settings, tools)),
  ),
  enableAll: os.tools.enableAll.handler(({ context }) => choose(context, enableAllTools)),
  pickOneByOne: os.tools.pickOneByOne.handler(({ context }) => choose(context, pickOneByOne)),
};

function viewOf(tool: SystemTool, core: DoorCore, principal: Principal): ToolView {
  const endpoint = core.endpoints.get(defaultEndpointId);
  const catalogue = core.catalogues.find(endpoint, principal);
  const listed = catalogue?.tools.get(tool.name)?.listed ?? describeTool(tool, endpoint, principal);
  const offered = catalogue?.tools.has(tool.name) ?? false;
  const { name, title, kind, needs, since } = tool;
  return {
    ...{ name, title, kind, enabled: isChosen(tool, endpoint.settings), offered, since },
    ...(offered ? {} : { why: explainAbsence(tool, endpoint, principal, catalogue) }),
    description: listed.description,
    annotations: { ...listed.annotations },
    inputSchema: { ...listed.inputSchema },
    ...(listed.outputSchema !== undefined && { outputSchema: { ...listed.outputSchema } }),
    scopes: [...tool.scopes],
    ...(needs !== undefined && { needs: { ...needs } }),
    columns: { ...tool.offered },
    estimatedTokens: estimateTokens(JSON.stringify(listed)),
  };
}

function choose({ core, actor }: RouteContext, decide: typeof enableAllTools): ChoiceMade {
  const choice = decide(core.endpoints.get(defaultEndpointId).settings, core.tools);
  const { includeAllSystemTools, tools } = choice;
  if (choice.changed) core.endpoints.save(defaultEndpointId, { includeAllSystemTools, tools }, actor);
  return choice;
}
