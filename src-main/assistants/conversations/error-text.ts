/** What a model is told of a call that did not come to a result, in the words of MCP's tools. */
export function errorText(code: string, message: string): string {
  return JSON.stringify({ error: { code, message } });
}
