import type { Scope } from '../../src-shared/domain/scopes.ts';
import { type ErrorCode, AppError } from '../../src-shared/errors/app-error.ts';
import type { Ports } from '../ports.ts';
import type { OfferedTool } from '../tools/catalogue.ts';
import type { ContentBlock } from '../tools/define-tool.ts';

/** A CallToolResult: `text` is the JSON of the structured content, or the sentence of an error. */
export type CallOutcome =
  | { readonly kind: 'result'; readonly text: string; readonly content?: readonly ContentBlock[] }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly message: string }
  /** The name is not in the caller's list: a protocol error, the same for absent and for not offered. */
  | { readonly kind: 'unknown-tool' }
  /** The request's token lacks every one of these. */
  | { readonly kind: 'insufficient-scope'; readonly scopes: readonly Scope[] };

export function toResult({ tool }: OfferedTool, output: Record<string, unknown>): CallOutcome {
  const text = JSON.stringify(output);
  return tool.content === undefined
    ? { kind: 'result', text }
    : { kind: 'result', text, content: tool.content(output) };
}

export function toError(error: unknown, tool: string, { log }: Pick<Ports, 'log'>): CallOutcome {
  if (error instanceof AppError) return { kind: 'error', code: error.code, message: error.message };
  log.error('A tool failed unexpectedly.', { tool, error: error instanceof Error ? error.stack : String(error) });
  return {
    kind: 'error',
    code: 'internal',
    message: `${tool} failed because of a fault in the workbench. Nothing was changed. The log says more.`,
  };
}
