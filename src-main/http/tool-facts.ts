import type { ToolFactsView } from '../../src-shared/api/tools.ts';
import { estimateTokens } from '../../src-shared/domain/estimate-tokens.ts';
import type { ListedTool } from '../tools/catalogue.ts';
import type { Tool } from '../tools/define-tool.ts';

/** What an administrator is told of a tool that is listed like this. */
export function toToolFacts(tool: Tool, listed: ListedTool): ToolFactsView {
  const { name, title, kind, needs, since, custom } = tool;
  return {
    ...{ name, title, kind, since },
    description: listed.description,
    annotations: { ...listed.annotations },
    inputSchema: { ...listed.inputSchema },
    ...(listed.outputSchema !== undefined && { outputSchema: { ...listed.outputSchema } }),
    scopes: [...tool.scopes],
    ...(needs !== undefined && { needs: { ...needs } }),
    columns: { ...tool.offered },
    ...(custom !== undefined && {
      custom: { use: custom.use, ...(custom.broken !== undefined && { broken: custom.broken }) },
    }),
    estimatedTokens: estimateTokens(JSON.stringify(listed)),
  };
}
