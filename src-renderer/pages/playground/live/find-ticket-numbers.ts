import type { ConversationItem } from '../../../../src-shared/api/conversations.ts';

const numbers = /"(?:ticket_id"\s*:\s*(\d{1,15})|id"\s*:\s*(\d{1,15})\s*,\s*"summary")/g;
const read = new WeakMap<ConversationItem, readonly number[]>();

/** Numbers of tickets that a call was successfully about, or that its result holds. */
export function findTicketNumbers(item: ConversationItem): readonly number[] {
  if (item.kind !== 'call' || item.state !== 'done') return [];
  const known = read.get(item);
  if (known !== undefined) return known;
  const texts = [item.arguments.text, item.result?.text ?? ''];
  const found = texts.flatMap((text) => [...text.matchAll(numbers)].map((match) => Number(match[1] ?? match[2])));
  read.set(item, found);
  return found;
}
