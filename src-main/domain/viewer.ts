/** Which tickets somebody may see. `teams` and `agent` include tickets assigned to the agent; `site` and `client` the user's own. */
export type TicketReach =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'teams'; readonly agentId: number; readonly teamIds: readonly number[] }
  | { readonly kind: 'agent'; readonly agentId: number }
  | { readonly kind: 'user'; readonly userId: number }
  | { readonly kind: 'site'; readonly userId: number; readonly siteId: number }
  | { readonly kind: 'client'; readonly userId: number; readonly clientId: number };

/** Through whose eyes the desk is read. Every read of a ticket, action or article takes one; there is no read without. */
export interface Viewer {
  /** `users` never see private actions, inactive or agents-only articles, nor services hidden from users. */
  readonly audience: 'agents' | 'users';
  /** Private actions are shown, searched and quoted. Always false for users. */
  readonly seesPrivate: boolean;
  readonly tickets: TicketReach;
}
