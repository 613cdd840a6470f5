import { countBytes, estimateTokens } from '../../src-shared/domain/estimate-tokens.ts';

/** What it costs to list these tools. */
export function measureListing(listed: readonly unknown[]): { tools: number; bytes: number; estimatedTokens: number } {
  const json = JSON.stringify(listed);
  return { tools: listed.length, bytes: countBytes(json), estimatedTokens: estimateTokens(json) };
}
