/** The names that the endpoint lists for a key; rejects with the HTTP status when it refuses. */
export async function listToolNames(endpoint: string, key: string): Promise<string[]> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-halo-api-key': key },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
  });
  if (!response.ok) throw new Error(`The endpoint answered ${response.status}.`);
  const { result } = (await response.json()) as { result: { tools: { name: string }[] } };
  return result.tools.map(({ name }) => name);
}
