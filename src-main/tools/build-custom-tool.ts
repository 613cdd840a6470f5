import { z } from 'zod';
import type { CustomTool } from '../../src-shared/domain/custom-tools.ts';
import type { Tool, WriteTool } from './define-tool.ts';
import type { Broken, CustomUse, MadeTool, Parameters, UseContext } from './define-use.ts';

/** The tool that an administrator described. One that nothing can be made of is offered to nobody, and says why. */
export function buildCustomTool(definition: CustomTool, uses: readonly CustomUse[], context: UseContext): Tool {
  const { name, title, instruction, use, enabled, parameters } = definition;
  const words = { name, title, description: instruction };
  const made = makeTool(definition, uses, context);
  if ('broken' in made) return { ...nothing, ...words, custom: { use, enabled, broken: made.broken } };
  const { parameters: listParameters, advice, ...tool } = made;
  return {
    ...tool,
    ...words,
    custom: { use, enabled, ...(advice !== undefined && { advice }) },
    input: (placement) => z.strictObject(redescribe(listParameters(placement), parameters)),
  };
}

function makeTool({ use, settings }: CustomTool, uses: readonly CustomUse[], context: UseContext): MadeTool | Broken {
  const found = uses.find(({ name }) => name === use);
  if (found === undefined) return { broken: `This version of the workbench does not know the use "${use}".` };
  const parsed = found.settings.safeParse(settings);
  if (!parsed.success) return { broken: `Its settings are not those of "${found.title}".` };
  return found.make(parsed.data, context);
}

function redescribe(parameters: Parameters, descriptions: Readonly<Record<string, string>>): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, type]) => {
      const description = Object.hasOwn(descriptions, name) ? descriptions[name] : undefined;
      return [name, description === undefined ? type : type.describe(description)];
    }),
  );
}

/** What stands in the place of a tool that nothing can be made of. */
const nothing = {
  kind: 'write',
  since: '2.204',
  offered: { default: 'no', agent: 'no', user: 'no' },
  scopes: [],
  input: () => z.strictObject({}),
  output: z.strictObject({}),
  run: () => {
    throw new Error('A tool that is offered to nobody was called.');
  },
} as const satisfies Omit<WriteTool, 'name' | 'title' | 'description'>;
