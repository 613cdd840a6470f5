// breaks: pages-apart
import { listTickets } from '../tickets/list-tickets.ts';

export const listAssets = listTickets;
