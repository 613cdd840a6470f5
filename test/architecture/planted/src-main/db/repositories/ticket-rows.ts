import type { Ticket } from '../../domain/ticket.ts';

export const ticketRows: Ticket[] = [];
