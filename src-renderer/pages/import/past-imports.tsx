import { useNavigate } from 'react-router';
import type { ImportView } from '../../../src-shared/api/imports.ts';
import { api } from '../../api/client.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { isUnderWay, pace } from './use-import.ts';
import { importColumns } from './import-columns.tsx';

export function PastImports() {
  const navigate = useNavigate();
  const rows = useListRows<ImportView>((block) => ({
    ...api.imports.list.queryOptions({ input: block, staleTime: 0 }),
    refetchInterval: ({ state: { data } }) => (data?.rows.some(({ state }) => isUnderWay(state)) ? pace : false),
  }));
  return (
    <TableSection
      title="Imports so far"
      one="import"
      many="imports"
      columns={importColumns}
      rows={rows}
      onOpen={({ id }) => void navigate(`/import/${id}`)}
      empty="None yet. Each import and each check is kept here with what it brought and what it refused."
    />
  );
}
