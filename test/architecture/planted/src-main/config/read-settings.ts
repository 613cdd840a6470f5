// breaks: room-config
import { closeTicket } from '../domain/close-ticket.ts';

export const readSettings = closeTicket;
