/** What the rules for an outcome look at. */
interface OutcomeRules {
  readonly quick: boolean;
  readonly forAgents: boolean;
  readonly forUsers: boolean;
  readonly private: boolean;
  readonly note: string;
  readonly noteRequired: boolean;
  readonly assigns: 'keep' | 'self' | 'agent';
  readonly agentId: number | null;
  readonly minutes: number;
  readonly fields: readonly { readonly required: boolean }[];
}

/** What contradicts itself in an outcome, as sentences. */
export function checkOutcome(outcome: OutcomeRules): string[] {
  const { quick, forAgents, forUsers, note, noteRequired, assigns, agentId, minutes, fields } = outcome;
  const found: string[] = [];
  if (!forAgents && !forUsers) found.push('Somebody must be able to use it: agents, users or both.');
  if (forUsers && outcome.private)
    found.push('Users would not see what they wrote: an action for users cannot be private.');
  if (forUsers && minutes > 0) found.push('Users book no time: an action for users has none.');
  if (forUsers && assigns === 'self')
    found.push('A user is no agent: an action for users cannot assign to whoever uses it.');
  if (assigns === 'agent' && agentId === null) found.push('Choose the agent to assign to.');
  if (quick && noteRequired && note.trim() === '') {
    found.push('A quick action asks for nothing: give it the note that it needs, or let it ask.');
  }
  if (quick && fields.some(({ required }) => required)) {
    found.push('A quick action asks for nothing, so it cannot require fields.');
  }
  return found;
}
