export const audienceLabels = { agents: 'Agents', users: 'Users', both: 'Agents and users' } as const;

export type OutcomeAudience = keyof typeof audienceLabels;

interface ForWhom {
  readonly forAgents: boolean;
  readonly forUsers: boolean;
}

export function audienceOf({ forAgents, forUsers }: ForWhom): OutcomeAudience {
  if (forAgents && forUsers) return 'both';
  return forUsers ? 'users' : 'agents';
}

export function describeAudience(outcome: ForWhom): string {
  return audienceLabels[audienceOf(outcome)];
}
