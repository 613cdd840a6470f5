import type { ServerResponse } from 'node:http';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import type { CallTool } from './call-tool.ts';
import { signalOf } from './signal-of.ts';
import { sendMessage } from './framing.ts';
import type { HttpCaller } from './identify-caller.ts';
import { type DirectRequest, errorCodes, toolResultJson, unknownToolMessage } from './messages.ts';
import { refuseScope } from './refuse-scope.ts';

interface Dependencies {
  readonly callTool: CallTool;
  readonly challenge: (scopes: readonly Scope[]) => string;
}

/**
 * Answers a plain request of the older revisions without the SDK's per-request objects, which cost more than the call
 * itself (test/bench measures both). What is sent is what the SDK would send.
 */
export async function answerDirectly(
  { callTool, challenge }: Dependencies,
  caller: HttpCaller,
  { id, method, params }: DirectRequest,
  response: ServerResponse,
): Promise<void> {
  const { framing } = caller;
  const reply = (result: string): void =>
    sendMessage(response, `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`, framing);
  const fail = (code: number, message: string): void =>
    sendMessage(response, JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } }), framing);

  switch (method) {
    case 'ping':
      return reply('{}');
    case 'tools/list':
      if (params['cursor'] !== undefined)
        return fail(errorCodes.invalidParams, 'Unknown cursor: the list has one page.');
      return reply(`{"tools":${caller.catalogue.listedJson}}`);
    case 'tools/call': {
      const { name, arguments: input } = params;
      if (typeof name !== 'string') return fail(errorCodes.invalidParams, 'tools/call needs the name of a tool.');
      const outcome = await callTool({ ...caller, signal: signalOf(response) }, name, input);
      switch (outcome.kind) {
        case 'result':
        case 'error':
          return reply(toolResultJson(outcome));
        case 'unknown-tool':
          return fail(errorCodes.invalidParams, unknownToolMessage(name));
        case 'insufficient-scope':
          return refuseScope(response, outcome.scopes, challenge(outcome.scopes));
      }
    }
  }
}
