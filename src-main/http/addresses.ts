/** The addresses below the public door's own, such as `http://127.0.0.1:4256`. */
export const endpointPath = '/api/mcp';

/** Below the admin door's. */
export const rpcPath = '/rpc';
export const importFilesPath = '/import-files';

export function endpointUrl(origin: string): string {
  return origin + endpointPath;
}

export function tokenUrl(origin: string): string {
  return `${origin}/auth/token`;
}
