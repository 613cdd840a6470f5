import type { FunctionTool } from 'openai/resources/responses/responses';
import type { ArgumentSchema, OfferedTool } from '../offline-model/model.ts';
import type { ToolListItem } from './items.ts';
import type { McpTool } from './parse-tools.ts';
import { functionKey, mcpKey } from './read-turns.ts';
import { isAllowed } from './tool-filters.ts';

/** A tool as the model sees it, and how it is called. */
export type Callable =
  | { readonly type: 'function'; readonly name: string; readonly offered: OfferedTool }
  | {
      readonly type: 'mcp';
      readonly name: string;
      readonly label: string;
      readonly offered: OfferedTool;
      readonly server: McpTool;
    };

const noArguments: ArgumentSchema = { type: 'object', properties: {} };

export function offerFunction({ name, description, parameters }: FunctionTool): Callable {
  const schema: ArgumentSchema = parameters ?? noArguments;
  // A function has neither a title nor hints of its own: both are annotations that JSON Schema knows.
  const { title, readOnly } = schema;
  return {
    type: 'function',
    name,
    offered: {
      ...{ key: functionKey(name), name, description: description ?? '', schema },
      title: typeof title === 'string' ? title : undefined,
      readOnly: typeof readOnly === 'boolean' ? readOnly : undefined,
    },
  };
}

/** Of what a server lists, what the request lets the model use. */
export function offerServer(server: McpTool, tools: ToolListItem['tools']): Callable[] {
  return tools.flatMap(({ name, description, input_schema: schema, annotations }) => {
    const { title, readOnlyHint } = (annotations ?? {}) as { title?: unknown; readOnlyHint?: unknown };
    const readOnly = readOnlyHint === true;
    if (!isAllowed(server.allowed, { name, readOnly })) return [];
    const offered: OfferedTool = {
      key: mcpKey(server.label, name),
      name,
      title: typeof title === 'string' ? title : undefined,
      description: description ?? '',
      schema: schema as ArgumentSchema,
      readOnly: typeof readOnlyHint === 'boolean' ? readOnlyHint : undefined,
    };
    return [{ type: 'mcp', name, label: server.label, offered, server }];
  });
}
