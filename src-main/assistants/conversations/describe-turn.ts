import type { Conversation, ConversationTurn } from '../../../src-shared/api/conversations.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { type ConversationSetup, conversationSetup, type TurnState } from '../../../src-shared/domain/conversations.ts';
import type { ConversationLine } from '../../db/repositories/conversation-repository.ts';
import type { TurnRow } from '../../db/repositories/turn-repository.ts';
import { cutText } from './describe-item.ts';
import type { Failure } from './item-facts.ts';

/** Set-ups that were stored before a field existed get its default. */
export function readSetup(json: string): ConversationSetup {
  return conversationSetup.parse(JSON.parse(json));
}

type TurnHead = Omit<ConversationTurn, 'items'>;

/** A turn as pages show it, without its items. */
export function describeTurn(row: TurnRow): TurnHead {
  const { id, number, attempt, startedAt, endedAt, firstTokenMs, modelMs, toolsMs, exchanges, prompt, error } = row;
  return {
    ...{ id, number, attempt, exchanges },
    prompt: { text: cutText(prompt), length: prompt.length },
    state: row.state as TurnState,
    ...(error !== null && { error: JSON.parse(error) as Failure }),
    notes: JSON.parse(row.notes) as string[],
    startedAt: toTimestamp(startedAt),
    ...(endedAt !== null && { endedAt: toTimestamp(endedAt) }),
    tokens: describeTokens(row),
    times: { ...(firstTokenMs !== null && { firstToken: firstTokenMs }), model: modelMs, tools: toolsMs },
    setup: readSetup(row.setup),
  };
}

/** A conversation in one line. */
export function describeConversation(row: ConversationLine): Conversation {
  const { id, title, createdAt, updatedAt, turns, state, comparisonId, branchOfId, branchOfTurn, replayOfId } = row;
  return {
    ...{ id, title, turns },
    setup: readSetup(row.setup),
    createdAt: toTimestamp(createdAt),
    updatedAt: toTimestamp(updatedAt),
    ...(state !== null && { state: state as TurnState }),
    tokens: describeTokens(row),
    ...(comparisonId !== null && { comparisonId }),
    ...(branchOfId !== null && { branchOf: { id: branchOfId, turn: branchOfTurn ?? 0 } }),
    ...(replayOfId !== null && { replayOf: replayOfId }),
  };
}

interface Counted {
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
}

function describeTokens({ inputTokens, cachedTokens, outputTokens, reasoningTokens }: Counted) {
  return { input: inputTokens, cachedInput: cachedTokens, output: outputTokens, reasoning: reasoningTokens };
}
