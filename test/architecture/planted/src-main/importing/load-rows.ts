// breaks: room-importing
import { startSession } from '../mcp/session.ts';

export const loadRows = startSession;
