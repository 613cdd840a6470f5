// breaks: room-domain
import type { Session } from '../mcp/session.ts';

export const answerCall = (session: Session): string => session.id;
