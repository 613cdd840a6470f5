import type { DeskRow } from '../../db/repositories/desk-writer.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { LoadContext } from './load-context.ts';
import { readValues } from './row-values.ts';
import type { Refused } from './save-record.ts';

/** Said once, of a file in which no action finds its ticket. */
export const ticketsFirst =
  'None of the tickets that these actions belong to was imported. Import the tickets first, and then this file.';

/** The ticket that an action belongs to, or why the action is refused. */
export function createTicketFinder({ records, target }: Pick<LoadContext, 'records' | 'target'>) {
  return (mapped: MappedRow): { readonly ticket: DeskRow } | Refused => {
    const name = readValues(mapped).text('ticket') ?? '';
    const found = records.lookUp('ticket', name);
    const ticket = found && target.find('desk_ticket', found.recordId);
    if (ticket !== undefined) return { ticket };
    return { refused: `Ticket: no ticket "${name}" was imported before.`, lacks: 'ticket' };
  };
}
