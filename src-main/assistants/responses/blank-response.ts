import type { Response } from 'openai/resources/responses/responses';
import type { ResponseRequest } from './parse-request.ts';
import { showTools } from './parse-tools.ts';
import type { WireResponse } from './response-writer.ts';

/** A response as it begins: what was asked for, with the API's defaults for what was not said. */
export function createBlankResponse(id: string, request: ResponseRequest, now: number): WireResponse {
  const { echo } = request;
  const reasoning = { effort: null, summary: null, ...echo.reasoning } as NonNullable<Response['reasoning']>;
  return {
    id,
    object: 'response',
    created_at: Math.floor(now / 1000),
    status: 'in_progress',
    access_programs: null,
    background: false,
    completed_at: null,
    conversation: request.conversationId === undefined ? null : { id: request.conversationId },
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    max_output_tokens: echo.max_output_tokens ?? null,
    max_tool_calls: echo.max_tool_calls ?? null,
    metadata: echo.metadata ?? {},
    model: echo.model,
    output: [],
    parallel_tool_calls: request.parallel,
    previous_response_id: request.previousResponseId ?? null,
    prompt_cache_key: echo.prompt_cache_key ?? null,
    reasoning,
    safety_identifier: echo.safety_identifier ?? null,
    service_tier: 'default',
    store: request.store,
    temperature: echo.temperature ?? 1,
    text: { format: { type: 'text' }, verbosity: echo.text?.verbosity ?? 'medium' },
    tool_choice: request.toolChoice.echo,
    tools: showTools(request.tools),
    top_logprobs: echo.top_logprobs ?? 0,
    top_p: echo.top_p ?? 1,
    truncation: echo.truncation ?? 'disabled',
  };
}
