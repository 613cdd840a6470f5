import type { Conversation } from '../../../../src-shared/api/conversations.ts';

export type ListedConversation = Conversation & { readonly excerpt?: string | undefined };

type Row =
  | { readonly kind: 'day'; readonly key: string; readonly name: string }
  | { readonly kind: 'conversation'; readonly key: string; readonly conversation: ListedConversation };

const dayMonth = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const day = 86_400_000;

/** Conversations as they come, below the days of this machine on which something was last said in them. */
export function groupByDay(conversations: readonly ListedConversation[], now: number): Row[] {
  let before: string | undefined;
  return conversations.flatMap((conversation) => {
    const name = nameDay(new Date(conversation.updatedAt), now);
    const row: Row = { kind: 'conversation', key: String(conversation.id), conversation };
    if (name === before) return [row];
    before = name;
    return [{ kind: 'day', key: `${name} ${conversation.id}`, name }, row];
  });
}

function nameDay(at: Date, now: number): string {
  const date = at.toDateString();
  if (date === new Date(now).toDateString()) return 'Today';
  if (date === new Date(now - day).toDateString()) return 'Yesterday';
  return now - at.getTime() < 300 * day ? dayMonth.format(at) : whole.format(at);
}
