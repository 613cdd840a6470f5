// breaks: room-access
import { startSession } from '../mcp/session.ts';

export const findSession = startSession;
