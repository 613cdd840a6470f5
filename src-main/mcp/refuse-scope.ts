import type { ServerResponse } from 'node:http';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import type { CallTool, Caller } from './call-tool.ts';
import { refuse } from './framing.ts';
import { errorCodes, isRecord } from './messages.ts';
import { findMissingScopes } from './prepare-call.ts';

interface Dependencies {
  readonly callTool: CallTool;
  readonly challenge: (scopes: readonly Scope[]) => string;
}

/** 403 with the scope to ask for (SPEC 4; MCP specification 2025-11-25, basic/authorization, "Scope Challenge"). */
export function refuseScope(response: ServerResponse, scopes: readonly Scope[], challenge: string): void {
  refuse(response, 403, errorCodes.refused, `The token lacks the scope ${scopes.join(' or ')}.`, {
    'www-authenticate': challenge,
  });
}

/**
 * Refuses a message, or a batch, that calls a tool for which the token lacks the scope. Behind the SDK's transports a
 * call can no longer choose its HTTP status. Answers whether it refused.
 */
export async function refuseMissingScope(
  { callTool, challenge }: Dependencies,
  caller: Caller,
  body: unknown,
  response: ServerResponse,
): Promise<boolean> {
  for (const message of Array.isArray(body) ? (body as unknown[]) : [body]) {
    if (!isRecord(message) || message['method'] !== 'tools/call' || !isRecord(message['params'])) continue;
    const { name, arguments: input } = message['params'];
    if (typeof name !== 'string' || findMissingScopes(caller, name) === undefined) continue;
    const outcome = await callTool(caller, name, input);
    if (outcome.kind !== 'insufficient-scope') continue;
    refuseScope(response, outcome.scopes, challenge(outcome.scopes));
    return true;
  }
  return false;
}
