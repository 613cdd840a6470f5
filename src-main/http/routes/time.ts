import type { TimeEntryRow } from '../../../src-shared/api/time.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import { optional, readMoment, readNumber, readReference, readText } from '../row-values.ts';

export const timeRoutes = {
  list: os.time.list.handler(async ({ context, input: { from, to, ...input } }) => {
    const between = { from: from && Date.parse(from), to: to && Date.parse(to) };
    const { sum, ...page } = await listRecords(context, 'time', { ...input, ...between }, viewRow);
    return { ...page, totalSeconds: sum };
  }),
};

function viewRow(row: Row): TimeEntryRow {
  const ticketId = row['ticketId'];
  const ticket = typeof ticketId === 'number' ? { id: ticketId, summary: readText(row, 'ticketSummary') } : undefined;
  return {
    id: readNumber(row, 'id'),
    agent: readReference(row, 'agent'),
    ...optional('ticket', ticket),
    note: readText(row, 'note'),
    startedAt: readMoment(row, 'startedAt'),
    seconds: readNumber(row, 'seconds'),
  };
}
