import type { ListedTool, McpPoster } from './post-mcp.ts';

export async function find(client: McpPoster, name: string): Promise<ListedTool | undefined> {
  return (await client.listTools()).find((tool) => tool.name === name);
}

/** The custom tools that a client is listed. */
export async function namesOf(client: McpPoster): Promise<string[]> {
  return (await client.listTools()).map(({ name }) => name).filter((name) => name.startsWith('CF_'));
}

export function schemaOf(tool: Pick<ListedTool, 'inputSchema'> | undefined) {
  return tool?.inputSchema as { properties: Record<string, Record<string, unknown>>; required?: string[] };
}
