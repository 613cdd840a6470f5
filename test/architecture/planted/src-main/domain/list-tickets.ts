import { ticketRows } from '../db/repositories/ticket-rows.ts';

export const listTickets = () => ticketRows;
