// breaks: ports-stand-alone
import { ticketName } from '../src-shared/domain/ticket-name.ts';

export const now = (): string => ticketName(Date.now());
