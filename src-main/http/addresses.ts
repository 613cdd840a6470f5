/** The addresses below the public door's own, such as `http://127.0.0.1:4256`. */
export const endpointPath = '/api/mcp';
/** Of OpenAI's Responses API, as clients have it in their base URL. */
export const responsesPath = '/v1/';

/** Below the admin door's. */
export const rpcPath = '/rpc';
export const importFilesPath = '/import-files';

export function endpointUrl(origin: string): string {
  return origin + endpointPath;
}

/** `part` is a collection's id, or its slug. */
export function collectionUrl(origin: string, part: string): string {
  return `${endpointUrl(origin)}/${part}`;
}

export function tokenUrl(origin: string): string {
  return `${origin}/auth/token`;
}
