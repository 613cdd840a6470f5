import type { RecordListInput } from '../db/repositories/record-list-repository.ts';
import type { RecordListName } from '../db/repositories/record-lists.ts';
import type { Row, Value } from '../db/repositories/record-repository.ts';
import type { RouteContext } from './route-context.ts';

type Paging = Pick<RecordListInput, 'search' | 'sort' | 'descending' | 'offset' | 'limit'>;

/** One stretch of a list of records; what the call's input holds beside the paging are the list's filters. */
export async function listRecords<View>(
  { core }: RouteContext,
  list: RecordListName,
  {
    search,
    sort,
    descending,
    offset,
    limit,
    ...filters
  }: Paging & Readonly<Record<string, Value | boolean | undefined>>,
  view: (row: Row) => View,
): Promise<{ rows: View[]; total: number; offset: number; sum: number }> {
  const paging = { search, sort, descending, offset, limit };
  const { rows, total, sum } = await core.deskReads.listRecords({ list, filters, ...paging });
  return { rows: rows.map(view), total, offset, sum };
}
