import { z } from 'zod';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { getEndpoint } from '../change-collection.ts';
import { getCustomTool, placeTool, saveCustomTools } from '../change-custom-tools.ts';
import { os } from '../implementer.ts';
import { listChoices, previewCustomTool } from '../preview-custom-tool.ts';

export const customToolRoutes = {
  uses: os.customTools.uses.handler(({ context: { core } }) =>
    core.endpointTools.uses.map(({ name, title, about, settings }) => ({
      ...{ name, title, about },
      settings: z.toJSONSchema(settings, { io: 'input' }),
    })),
  ),
  choices: os.customTools.choices.handler(({ context: { core }, input }) =>
    listChoices(core, getEndpoint(core, input.endpoint)),
  ),
  preview: os.customTools.preview.handler(({ context: { core }, input: { endpoint, tool, replaces } }) =>
    previewCustomTool(core, getEndpoint(core, endpoint), tool, replaces),
  ),
  get: os.customTools.get.handler(({ context: { core }, input: { endpoint, name } }) => {
    const found = getEndpoint(core, endpoint);
    const tool = getCustomTool(core, found, name);
    const built = core.endpointTools.of(found.settings).find((each) => each.name === name);
    return { tool, ...(built?.custom?.broken !== undefined && { broken: built.custom.broken }) };
  }),
  put: os.customTools.put.handler(({ context, input: { endpoint, tool, replaces, read } }) => {
    const { core } = context;
    const found = getEndpoint(core, endpoint);
    const next = placeTool(core, found, tool, replaces);
    const before = replaces === undefined ? undefined : getCustomTool(core, found, replaces);
    if (before !== undefined && read !== undefined && JSON.stringify(before) !== JSON.stringify(read)) {
      throw new AppError('conflict', `${before.name} was changed meanwhile. Look at it again before you change it.`);
    }
    saveCustomTools(context, found, next);
    const what = before === undefined ? 'was added to' : 'was saved on';
    return { name: tool.name, message: `${tool.name} ${what} "${core.endpoints.nameOf(found.id)}".` };
  }),
  delete: os.customTools.delete.handler(({ context, input: { endpoint, name } }) => {
    const { core } = context;
    const found = getEndpoint(core, endpoint);
    const gone = getCustomTool(core, found, name);
    saveCustomTools(
      context,
      found,
      found.settings.customTools.filter((tool) => tool !== gone),
    );
    return { name, message: `${name} was deleted from "${core.endpoints.nameOf(found.id)}".` };
  }),
  copy: os.customTools.copy.handler(({ context, input: { endpoint, name, to, as } }) => {
    const { core } = context;
    const tool = { ...getCustomTool(core, getEndpoint(core, endpoint), name), name: as ?? name };
    const target = getEndpoint(core, to);
    saveCustomTools(context, target, placeTool(core, target, tool, undefined));
    return { name: tool.name, message: `${tool.name} was copied to "${core.endpoints.nameOf(target.id)}".` };
  }),
};
