import { errorText } from '../assistants/conversations/error-text.ts';
import type { CallResult, ConversationTool, ToolAccess } from '../assistants/conversations/tool-access.ts';
import { programVersion } from '../config/program.ts';
import type { ActivityRepository, StoredCall } from '../db/repositories/activity-repository.ts';
import type { ChangeRepository } from '../db/repositories/change-repository.ts';
import { principalLabel } from '../domain/principal.ts';
import type { CallOutcome } from '../mcp/call-outcome.ts';
import type { CallTool, WrittenCall } from '../mcp/call-tool.ts';
import { meetEndpoint } from '../mcp/meet-endpoint.ts';
import type { OfferedTool } from '../tools/catalogue.ts';
import { findNearNames } from '../tools/near-names.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { defaultEndpointId } from '../../src-shared/domain/endpoint-settings.ts';
import { effectOf } from './describe-call.ts';
import type { DoorCore } from './route-context.ts';

interface Sources extends Pick<DoorCore, 'access' | 'catalogues' | 'database' | 'endpoints'> {
  readonly callTool: CallTool;
  readonly activity: ActivityRepository;
  readonly changes: ChangeRepository;
}

/** How the activity log names whoever made a call for a conversation. */
const client = `Playground ${programVersion}`;

/** The tools of endpoints for conversations. An endpoint's tools may be tried here whether or not it is enabled. */
export function createConversationTools(core: Sources): ToolAccess {
  const { activity, changes, database, endpoints } = core;

  const readCall = (call: StoredCall | WrittenCall): CallResult => ({
    text: call.result ?? errorText(call.errorCode ?? 'internal', call.errorMessage ?? ''),
    ...(call.errorCode !== null && { error: { code: call.errorCode, message: call.errorMessage ?? '' } }),
    callId: call.id,
    milliseconds: call.microseconds / 1000,
    ...(call.changeSetId !== null && { changed: { ...changes.count(call.changeSetId) } }),
  });

  return {
    nameOf: endpoints.nameOf,
    findCall(itemId) {
      const call = activity.findOfTurnItem(itemId);
      return call && readCall(call);
    },
    claimCall(callId, itemId) {
      database.inTraceTransaction(() => activity.setTurnItem(callId, itemId));
      const call = activity.find(callId);
      return call && readCall(call);
    },
    open({ endpointId, as }) {
      const endpoint = endpoints.find(endpointId === 'default' ? defaultEndpointId : endpointId);
      if (endpoint === undefined) {
        throw new AppError('not_found', 'The endpoint of this conversation is gone. Choose another one in its set-up.');
      }
      const person = core.access.principalOfLabel(as);
      const met = meetEndpoint(core, endpoint, person);
      if (met === undefined) {
        const name = endpoints.nameOf(endpoint.id) ?? endpoint.id;
        throw new AppError('not_allowed', `The endpoint "${name}" is not for ${person.name}. Choose somebody else.`);
      }
      const tools = new Map([...met.catalogue.tools].map(([name, offered]) => [name, describeTool(offered)]));
      return {
        ...{ endpointId: endpoint.id, tools },
        async call(tool, input, { itemId, signal }) {
          let written: WrittenCall | undefined;
          const caller = {
            ...{ endpoint, ...met, client, era: 'playground', signal, turnItemId: itemId },
            written: (call: WrittenCall) => void (written = call),
          };
          const outcome = await core.callTool(caller, tool, input);
          const told = tellOutcome(outcome, tool, [...tools.keys()], principalLabel(met.principal));
          return written === undefined ? told : { ...readCall(written), ...told };
        },
      };
    },
  };
}

function describeTool({ tool, listed }: OfferedTool): ConversationTool {
  const { name, title, description, inputSchema } = listed;
  return { name, title, description, inputSchema, effect: effectOf(tool) ?? 'destructive' };
}

function tellOutcome(outcome: CallOutcome, tool: string, known: readonly string[], as: string): CallResult {
  switch (outcome.kind) {
    case 'result':
      return { text: outcome.text };
    case 'error':
      return failed(outcome.code, outcome.message);
    case 'unknown-tool': {
      const near = findNearNames(tool, known);
      const hint = near.length === 0 ? 'Use one of the tools that are offered.' : `Did you mean ${near.join(' or ')}?`;
      return failed('not_found', `There is no tool named "${tool.slice(0, 200)}". ${hint}`);
    }
    case 'insufficient-scope':
      return failed('insufficient_scope', `${tool} needs the scope ${outcome.scopes.join(' or ')}, which ${as} lacks.`);
  }
}

function failed(code: string, message: string): CallResult {
  return { text: errorText(code, message), error: { code, message } };
}
