import type { TicketListRepository } from '../repositories/ticket-list-repository.ts';

const dayLength = 86_400_000;
const days = 30;

/** Figures of the whole desk at a moment (epoch milliseconds). */
export function prepareCountDesk(tickets: TicketListRepository) {
  return ({ now }: { now: number }) =>
    tickets.together(() => {
      const byStatus = tickets.countByStatus();
      const sum = (kind: 'open' | 'closed') =>
        byStatus.reduce((total, status) => total + (status.kind === kind ? status.tickets : 0), 0);
      const first = Math.floor(now / dayLength) - days + 1;
      const opened = new Map(tickets.countByDay(first * dayLength).map(({ day, tickets: count }) => [day, count]));
      return {
        open: sum('open'),
        closed: sum('closed'),
        overdue: tickets.count({ open: 'open', overdue: true }, now),
        unassigned: tickets.count({ open: 'open', unassigned: true }, now),
        byStatus,
        openedByDay: Array.from({ length: days }, (_, index) => ({
          day: first + index,
          tickets: opened.get(first + index) ?? 0,
        })),
      };
    });
}
