import type { Ports } from '../../ports.ts';
import type { Decision, Thinking } from '../offline-model/model.ts';
import { apiError, fault, readApiError } from './api-error.ts';
import type { AllowedServer } from './find-server.ts';
import { createHostedTools } from './hosted-tools.ts';
import type { ApprovalRequestItem, CreateId, Item, McpCallItem } from './items.ts';
import { type Callable, offerFunction } from './offered-tools.ts';
import type { ResponseRequest } from './parse-request.ts';
import { readTurns } from './read-turns.ts';
import type { ResponseWriter } from './response-writer.ts';
import { createTokenCount } from './token-count.ts';
import { isChosen } from './tool-choice.ts';
import { needsApproval } from './tool-filters.ts';

/** What a model is to these parts: asked again after every round of calls. */
export type Decide = (thinking: Thinking) => Decision;

export interface ResponseTask {
  readonly request: ResponseRequest;
  /** The conversation so far, with what this request brings. */
  readonly context: readonly Item[];
  readonly servers: readonly AllowedServer[];
  readonly approved: readonly ApprovalRequestItem[];
  readonly writer: ResponseWriter;
  readonly signal: AbortSignal;
}

interface Needs {
  readonly decide: Decide;
  readonly createId: CreateId;
  readonly ports: Pick<Ports, 'now' | 'log'>;
  readonly version: string;
}

/** Rounds of calls after which a response ends as it is. */
const mostRounds = 32;

/** Asks the model and carries out its calls until it answers. What fails is written as an event, and thrown. */
export async function runResponse(needs: Needs, task: ResponseTask): Promise<void> {
  const { writer, signal } = task;
  const { log } = needs.ports;
  const hosted = createHostedTools({
    ...{ tools: task.request.tools, servers: task.servers, context: task.context, writer, signal },
    ...{ createListId: () => needs.createId('mcp_list_tools'), version: needs.version },
  });
  try {
    writer.begin();
    await goRound(needs, task, hosted);
  } catch (error) {
    if (signal.aborted) throw error;
    const known = readApiError(error);
    if (known !== undefined) {
      writer.fail(known.body);
      throw error;
    }
    log.error('A response failed unexpectedly.', { error });
    writer.fail(fault);
    throw apiError(500, fault.message, { type: fault.type });
  } finally {
    await hosted.close();
  }
}

async function goRound(
  { decide, createId, ports }: Needs,
  { request, context, approved, writer, signal }: ResponseTask,
  hosted: ReturnType<typeof createHostedTools>,
): Promise<void> {
  const tokens = createTokenCount(request.maxOutputTokens);
  const end = (reason?: 'max_output_tokens' | 'max_messages') => void writer.end(reason, tokens.usage(), ports.now());
  const functions = request.tools.flatMap((tool) => (tool.type === 'function' ? [offerFunction(tool)] : []));
  const all = [...functions, ...(await hosted.list())];
  let made = 0;

  const carryOut = (call: Pick<McpCallItem, 'server_label' | 'name' | 'arguments'>, approvedAs: string | null) => {
    made += 1;
    const blank = { output: null, error: null, approval_request_id: approvedAs };
    return hosted.call({ type: 'mcp_call', id: createId('mcp_call'), status: 'in_progress', ...call, ...blank });
  };
  for (const { server_label, name, arguments: input, id } of approved) {
    await carryOut({ server_label, name, arguments: input }, id);
  }

  for (let round = 0; round < mostRounds; round += 1) {
    signal.throwIfAborted();
    const turns = readTurns(request.instructions, [...context, ...writer.items]);
    const tools = offer(all, request, made);
    const mustCall = request.toolChoice.mode === 'required' && made === 0;
    const thinking = { turns, tools: tools.map((tool) => tool.offered), now: ports.now(), mustCall };
    tokens.read([thinking.turns, thinking.tools]);
    const decision = checkDecision(decide(thinking), mustCall);
    if (decision.kind === 'answer') {
      const text = tokens.write(decision.text);
      const isWhole = text === decision.text;
      if (text !== '' || isWhole) writer.message(createId('message'), text, isWhole ? 'completed' : 'incomplete');
      return end(isWhole ? undefined : 'max_output_tokens');
    }
    let waits = false;
    for (const call of request.parallel ? decision.calls : decision.calls.slice(0, 1)) {
      const tool = tools.find(({ offered }) => offered.key === call.tool);
      if (tool === undefined) throw new Error(`The model called ${call.tool}, which it was not offered.`);
      const input = JSON.stringify(call.arguments);
      if (tool.type === 'mcp' && made >= request.maxToolCalls) continue;
      if (tokens.write(input) !== input) return end('max_output_tokens');
      if (tool.type === 'function') {
        const ids = { id: createId('function_call'), call_id: createId('call') };
        writer.functionCall({
          ...ids,
          ...{ type: 'function_call', name: tool.name, arguments: input, status: 'completed' },
        });
        waits = true;
        continue;
      }
      const asked = { server_label: tool.label, name: tool.name, arguments: input };
      if (needsApproval(tool.server.approval, { name: tool.name, readOnly: tool.offered.readOnly === true })) {
        const id = createId('mcp_approval_request');
        writer.approvalRequest({ type: 'mcp_approval_request', id, ...asked });
        waits = true;
      } else {
        await carryOut(asked, null);
      }
    }
    if (waits) return end();
  }
  end('max_messages');
}

/** What the request lets the model call now. */
function offer(all: readonly Callable[], { toolChoice, maxToolCalls }: ResponseRequest, made: number): Callable[] {
  if (toolChoice.mode === 'none') return [];
  return all.filter((tool) => isChosen(toolChoice, tool) && (tool.type === 'function' || made < maxToolCalls));
}

function checkDecision(decision: Decision, mustCall: boolean): Decision {
  if (decision.kind === 'calls' && decision.calls.length === 0) {
    throw new Error('The model decided on calls and named none.');
  }
  if (decision.kind === 'calls' || !mustCall) return decision;
  const message =
    "'tool_choice' asks for a call, and the offline model found none that fits what was written. Say what to call it with, or leave the choice to the model.";
  throw apiError(400, message, { param: 'tool_choice', code: 'no_fitting_call' });
}
