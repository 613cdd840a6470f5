import { countBytes } from '../../../src-shared/domain/estimate-tokens.ts';
import { apiError } from './api-error.ts';
import type { ApprovalRequestItem, Item } from './items.ts';
import { mostItems } from './most-items.ts';
import type { RequestedTool } from './parse-tools.ts';

const mostBytes = 8 * 1024 * 1024;

/** Refuses a conversation in which a call and what answers it do not meet, or that is too long. */
export function checkContext(context: readonly Item[]): void {
  if (context.length > mostItems || countBytes(JSON.stringify(context)) > mostBytes) {
    const message = `Your input exceeds the context window of the offline model: ${mostItems.toLocaleString('en-GB')} items and 8 MiB. Begin a new conversation.`;
    throw apiError(400, message, { param: 'input', code: 'context_length_exceeded' });
  }
  const called = new Set<string>();
  const answered = new Set<string>();
  for (const item of context) {
    if (item.type === 'function_call') called.add(item.call_id);
    if (item.type === 'function_call_output') answered.add(item.call_id ?? '');
  }
  for (const id of answered) {
    if (!called.has(id)) throw refuse(`No tool call found for function call output with call_id ${id}.`);
  }
  for (const id of called) {
    if (!answered.has(id)) throw refuse(`No tool output found for function call ${id}.`);
  }
}

/** The calls that were approved and have not been carried out, in the order of their approval. */
export function findApproved(
  context: readonly Item[],
  tools: readonly RequestedTool[],
): readonly ApprovalRequestItem[] {
  const requests = new Map<string, ApprovalRequestItem>();
  const carriedOut = new Set<string>();
  const answered = new Set<string>();
  const approved: ApprovalRequestItem[] = [];
  for (const item of context) {
    if (item.type === 'mcp_approval_request') requests.set(item.id, item);
    if (item.type === 'mcp_call' && item.approval_request_id != null) carriedOut.add(item.approval_request_id);
  }
  for (const item of context) {
    if (item.type !== 'mcp_approval_response') continue;
    const id = item.approval_request_id;
    const request = requests.get(id);
    if (request === undefined) throw refuse(`Approval request with id '${id.slice(0, 100)}' not found.`);
    if (answered.has(id)) throw refuse(`Approval request with id '${id.slice(0, 100)}' has more than one response.`);
    answered.add(id);
    if (!item.approve || carriedOut.has(id)) continue;
    if (!tools.some((tool) => tool.type === 'mcp' && tool.label === request.server_label)) {
      const message = `The call of '${request.name}' was approved, but no MCP server '${request.server_label}' is among the tools: send it again with each request.`;
      throw apiError(400, message, { param: 'tools', code: 'invalid_value' });
    }
    approved.push(request);
  }
  return approved;
}

function refuse(message: string) {
  return apiError(400, message, { param: 'input' });
}
