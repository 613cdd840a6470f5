/** How a ticket came in. */
export type TicketSource = 'email' | 'portal' | 'phone' | 'chat' | 'monitoring' | 'agent' | 'mcp' | 'import';

/** What an entry in a ticket's history records. */
export type ActionKind = 'logged' | 'note' | 'reply' | 'assignment' | 'status' | 'time' | 'closure' | 'reopening';
