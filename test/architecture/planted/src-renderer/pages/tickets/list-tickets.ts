// breaks: renderer-and-main-apart
import type { Session } from '../../../src-main/mcp/session.ts';

export const listTickets = (session: Session): string => session.id;
