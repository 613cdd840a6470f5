import { useQuery } from '@tanstack/react-query';
import type { ImportState } from '../../../src-shared/api/imports.ts';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

export function isUnderWay(state: ImportState): boolean {
  return state === 'running' || state === 'removing';
}

/** One import; while it runs, how far it is. */
export function useImport(id: number) {
  return useQuery(api.imports.get.queryOptions({ input: { id } }));
}

/** After something was done with an import, which the page would otherwise learn late. */
export async function readImportsAnew(): Promise<void> {
  await Promise.all(
    [api.imports.list, api.imports.get].map(({ key }) => queryClient.invalidateQueries({ queryKey: key() })),
  );
}
