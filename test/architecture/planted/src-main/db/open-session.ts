// breaks: room-db
import { startSession } from '../mcp/session.ts';

export const openSession = startSession;
