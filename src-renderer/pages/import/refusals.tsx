import { Button } from '@mantine/core';
import type { ImportDetails, ImportRefusal } from '../../../src-shared/api/imports.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../components/describe-error.ts';
import type { Column } from '../../components/table/column.ts';
import { TableSection } from '../../components/table/table-section.tsx';
import { useListRows } from '../../components/table/use-list-rows.ts';
import { useRefusalExport } from './use-refusal-export.ts';
import classes from './import.module.css';
import { formatNumber } from '../../components/format-number.ts';

type RefusalRow = ImportRefusal & { readonly id: number };

const columns: readonly Column<RefusalRow>[] = [
  { id: 'row', title: 'Row', width: 88, align: 'right', cell: ({ row }) => formatNumber(row) },
  {
    id: 'externalId',
    title: 'Id in the file',
    width: 112,
    cell: ({ externalId }) => (
      <span className="mono" title={externalId}>
        {externalId}
      </span>
    ),
  },
  {
    id: 'reason',
    title: 'Why',
    width: 200,
    grows: 'twice',
    cell: ({ reason }) => <span title={reason}>{reason}</span>,
  },
  {
    id: 'text',
    title: 'The row',
    width: 200,
    grows: 'once',
    cell: ({ text }) => (
      <span className="mono" title={text}>
        {text}
      </span>
    ),
  },
];

/** The rows that were refused, each with why; nothing where every row was good. */
export function Refusals({ details: { id, counts } }: { readonly details: ImportDetails }) {
  const rows = useListRows((block) => api.imports.refusals.queryOptions({ input: { id, ...block } }));
  const exporting = useRefusalExport(id);
  if (counts.refused === 0) return null;
  return (
    <>
      <TableSection
        title="Refused rows"
        one="row"
        many="refused rows"
        columns={columns}
        rows={{ ...rows, get: (index) => numbered(rows.get(index), index) }}
        empty="Every row was good."
        actions={
          <Button variant="default" loading={exporting.isPending} onClick={() => exporting.mutate()}>
            Download as CSV
          </Button>
        }
      />
      <div role="status" className={classes['dim']}>
        {exporting.data !== undefined && `Saved as ${exporting.data}.`}
      </div>
      {exporting.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(exporting.error).sentence}
        </div>
      )}
    </>
  );
}

function numbered(row: ImportRefusal | undefined, id: number): RefusalRow | undefined {
  return row && { ...row, id };
}
