import { AppError } from '../../../src-shared/errors/app-error.ts';
import type {
  CalendarRow,
  StatusRow,
  TicketTypeRepository,
  TicketTypeRow,
} from '../../db/repositories/ticket-type-repository.ts';
import { readCalendar } from '../sla/read-calendar.ts';
import type { WorkingCalendar } from '../sla/working-time.ts';
import { keepsWithin, type Viewer } from '../viewer.ts';

/** What a ticket's type fixes for it, and which types may be logged by whom. */
export function createTicketRules(types: TicketTypeRepository) {
  // The working-time functions remember days by calendar object, so the same calendar stays the same object.
  const calendars = new Map<number, { row: CalendarRow; calendar: WorkingCalendar }>();

  const readKept = (row: CalendarRow): WorkingCalendar => {
    const kept = calendars.get(row.id);
    const isSame = kept?.row.zone === row.zone && kept.row.hours === row.hours && kept.row.holidays === row.holidays;
    if (kept !== undefined && isSame) return kept.calendar;
    const calendar = readCalendar(row);
    calendars.set(row.id, { row, calendar });
    return calendar;
  };

  return {
    getType: (id: number): TicketTypeRow => present(types.find(id)),
    getStatus: (id: number): StatusRow => present(types.findStatus(id)),
    getCalendar: (slaId: number): WorkingCalendar => readKept(present(types.findCalendar(slaId))),
    findTarget: types.findTarget,

    getLoggableTypeById(audience: Viewer['audience'], id: number): TicketTypeRow {
      const type = types.listLoggable(audience).find((each) => each.id === id);
      if (type === undefined) throw new AppError('not_found', `There is no ticket type ${id} that may be logged.`);
      return type;
    },

    /**
     * The type of that name, or the default one; in either case one that the audience may log, and of which a new ticket
     * lies within the viewer's limits.
     */
    getLoggableType(
      { audience, limits }: Pick<Viewer, 'audience' | 'limits'>,
      name: string | undefined,
    ): TicketTypeRow {
      const loggable = types
        .listLoggable(audience)
        .filter(({ id, defaultTeamId }) => keepsWithin(limits, { typeId: id, teamId: defaultTeamId }));
      const wanted = name?.trim().toLowerCase();
      const chosen =
        wanted === undefined
          ? (loggable.find((type) => type.isDefault === 1) ?? loggable[0])
          : loggable.find((type) => type.name.toLowerCase() === wanted);
      if (chosen !== undefined) return chosen;
      if (loggable.length === 0) throw new AppError('not_allowed', 'There is no ticket type that you may log.');
      const names = loggable.map((type) => type.name).join(', ');
      throw new AppError(
        'invalid_arguments',
        `You cannot log a ticket of the type "${name}". Choose one of: ${names}.`,
      );
    },
  };
}

export type TicketRules = ReturnType<typeof createTicketRules>;

/** Foreign keys see to it that the row is there. */
function present<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('A row that a foreign key points at is missing.');
  return row;
}
