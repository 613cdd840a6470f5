/** What a suggestion can set on a ticket; a resolution is written beside it as a note. */
export const suggestible = ['type', 'category', 'priority', 'team', 'agent', 'resolution'] as const;

export type Suggestible = (typeof suggestible)[number];

/** When enough similar tickets agree on a value to propose it. */
export interface SuggestionRule {
  readonly name: string;
  readonly proposes: Suggestible;
  /** Tickets of these types; empty for all. */
  readonly typeIds: readonly number[];
  /** 0 to 1: only tickets at least so similar count. */
  readonly minimumScore: number;
  /** How many of them must agree. */
  readonly minimumMatches: number;
  /** And what share of those that count, in percent; null asks for none. */
  readonly minimumPercent: number | null;
  readonly closedOnly: boolean;
  /** Only tickets logged in that many days; null for any. */
  readonly lastDays: number | null;
  /** Applied as soon as it is found, where whoever looks for suggestions may change the ticket. */
  readonly autoApply: boolean;
  readonly inactive: boolean;
}
