import type { ResponseUsage } from 'openai/resources/responses/responses';
import { countBytes, estimateTokens } from '../../../src-shared/domain/estimate-tokens.ts';

/** Counts, by estimate, what a language model would have read and written, and holds what is written to a bound. */
export interface TokenCount {
  read(what: unknown): void;
  /** As much of the text as there is room for; whole unless it is shorter. */
  write(text: string): string;
  usage(): ResponseUsage;
}

export function createTokenCount(most: number): TokenCount {
  let input = 0;
  let output = 0;
  return {
    read(what) {
      input += estimateTokens(JSON.stringify(what));
    },
    write(text) {
      const written = cut(text, most - output);
      output += estimateTokens(written);
      return written;
    },
    usage: () => ({
      input_tokens: input,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + output,
    }),
  };
}

function cut(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += countBytes(character);
    if (bytes > tokens * 4) break;
    end += character.length;
  }
  return text.slice(0, end);
}
