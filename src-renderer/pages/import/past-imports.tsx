import { useNavigate } from 'react-router';
import { api } from '../../api/client.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { importColumns } from './import-columns.tsx';

export function PastImports() {
  const navigate = useNavigate();
  const rows = useListRows((block) => api.imports.list.queryOptions({ input: block }));
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
