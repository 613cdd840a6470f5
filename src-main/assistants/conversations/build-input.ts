import type { ResponseInputItem } from 'openai/resources/responses/responses';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import type { TurnItemRow } from '../../db/repositories/turn-item-repository.ts';
import { type ItemFacts, readFacts } from './item-facts.ts';

export interface TurnForInput {
  readonly prompt: string;
  readonly setup: ConversationSetup;
  readonly items: readonly (Omit<TurnItemRow, 'facts'> & { readonly facts: string | ItemFacts })[];
}

/** Where an item stands in what the model is sent. */
interface Part {
  readonly exchange: number;
  /** Answers to what the model asked for stand behind all that it said with it. */
  readonly isReply: boolean;
  readonly item: ResponseInputItem;
}

/**
 * What the model is sent of one turn: the prompt, and what came with exchanges before that one. The same rows always
 * make the same input, so that what was sent can be shown without being stored.
 */
export function buildTurnInput(
  { prompt, setup: was, items }: TurnForInput,
  setup: ConversationSetup,
  before = Infinity,
): ResponseInputItem[] {
  const isSame = was.connectionId === setup.connectionId && was.model === setup.model;
  const isHosted = setup.toolLoop === 'hosted' && isSame && was.endpointId === setup.endpointId;
  const parts = items.flatMap((item): Part[] => partsOf(item, { isSame, isHosted, before }));
  const inOrder = parts
    .map((part, index) => ({ ...part, index }))
    .sort(
      (one, other) =>
        one.exchange - other.exchange || Number(one.isReply) - Number(other.isReply) || one.index - other.index,
    );
  return [{ role: 'user', content: prompt }, ...inOrder.map(({ item }) => item)];
}

interface Meant {
  /** The same model on the same server, which reads its own thoughts. */
  readonly isSame: boolean;
  /** The server knows of its own calls of the endpoint's tools. */
  readonly isHosted: boolean;
  readonly before: number;
}

type ItemForInput = TurnForInput['items'][number];

function partsOf(row: ItemForInput, meant: Meant): Part[] {
  const { exchange, wire } = row;
  if (exchange >= meant.before) return [];
  const said = (item: ResponseInputItem): Part => ({ exchange, isReply: false, item });
  if (wire === null) {
    // The stream was ended in its midst.
    return row.kind === 'answer' && row.text !== '' ? [said({ role: 'assistant', content: row.text })] : [];
  }
  const item = JSON.parse(wire) as WireItem;
  switch (item.type) {
    case 'message': {
      const { id: _, status: __, ...message } = item;
      return [said(message as ResponseInputItem)];
    }
    case 'reasoning': {
      const { status: _, ...thought } = item;
      return meant.isSame && typeof item['encrypted_content'] === 'string' ? [said(thought as ResponseInputItem)] : [];
    }
    case 'function_call':
      return [said(functionCall(row, String(item['call_id']))), outputOf(row, String(item['call_id']))];
    case 'mcp_call':
    case 'mcp_approval_request':
      return meant.isHosted ? hostedParts(row, item, meant) : translate(row, item);
    case 'mcp_list_tools':
      return meant.isHosted && typeof item['error'] !== 'string' ? [said(item as unknown as ResponseInputItem)] : [];
    default:
      return [];
  }
}

interface WireItem {
  readonly type: string;
  readonly id?: string;
  readonly [field: string]: unknown;
}

const factsOf = ({ facts }: ItemForInput): ItemFacts => (typeof facts === 'string' ? readFacts(facts) : facts);

function functionCall(row: ItemForInput, callId: string): ResponseInputItem {
  return { type: 'function_call', call_id: callId, name: factsOf(row).tool ?? '', arguments: row.text };
}

function outputOf({ exchange, result }: ItemForInput, callId: string): Part {
  const output = result ?? 'This call has not been carried out.';
  return { exchange, isReply: true, item: { type: 'function_call_output', call_id: callId, output } };
}

function hostedParts(row: ItemForInput, item: WireItem, { before }: Meant): Part[] {
  const { exchange, replyExchange, reply } = row;
  const own: Part = { exchange, isReply: false, item: item as unknown as ResponseInputItem };
  if (item.type === 'mcp_call') return [own];
  const { decision, reason } = factsOf(row);
  if (decision === undefined) return [];
  const answer: Part = {
    ...{ exchange, isReply: true },
    item: {
      ...{ type: 'mcp_approval_response', approval_request_id: String(item.id), approve: decision !== 'denied' },
      ...(reason !== undefined && { reason }),
    },
  };
  const isThere = replyExchange !== null && replyExchange < before && reply !== null;
  const call = isThere ? (JSON.parse(reply) as ResponseInputItem) : undefined;
  return [
    own,
    answer,
    ...(call === undefined ? [] : [{ exchange: replyExchange ?? exchange, isReply: false, item: call }]),
  ];
}

/** A call that another server made, as one that was made with a function. */
function translate(row: ItemForInput, item: WireItem): Part[] {
  const callId = `call_${String(item.id)}`.slice(0, 64);
  return [{ exchange: row.exchange, isReply: false, item: functionCall(row, callId) }, outputOf(row, callId)];
}
