// breaks: domain-types-in-db
import { closeTicket } from '../domain/close-ticket.ts';

export const openDesk = closeTicket;
