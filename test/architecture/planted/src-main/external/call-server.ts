// breaks: room-external
import { startSession } from '../mcp/session.ts';

export const callServer = startSession;
