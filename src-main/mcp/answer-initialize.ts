import type { ServerResponse } from 'node:http';
import { sendMessage } from './framing.ts';
import type { HttpCaller } from './identify-caller.ts';
import { type InitializeRequestMessage, negotiateVersion } from './messages.ts';
import type { describeServer } from './sdk-server.ts';
import type { Sessions } from './sessions.ts';

/**
 * Opens a session of the older era without the SDK's objects, which would outlive every client that initializes and
 * never comes back.
 */
export function answerInitialize(
  sessions: Sessions,
  server: ReturnType<typeof describeServer>,
  caller: HttpCaller,
  initialize: InitializeRequestMessage,
  response: ServerResponse,
): void {
  const protocolVersion = negotiateVersion(initialize.params.protocolVersion);
  const session = sessions.open(caller, protocolVersion);
  const result = { protocolVersion, ...server };
  const message = JSON.stringify({ jsonrpc: '2.0', id: initialize.id, result });
  sendMessage(response, message, caller.framing, { headers: { 'mcp-session-id': session.id } });
}
