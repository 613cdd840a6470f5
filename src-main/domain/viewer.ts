import type { DataLimits } from '../../src-shared/domain/endpoint-settings.ts';

/** Which tickets somebody may see. `teams` and `agent` include tickets assigned to the agent; `site` and `client` the user's own. */
export type TicketReach =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'teams'; readonly agentId: number; readonly teamIds: readonly number[] }
  | { readonly kind: 'agent'; readonly agentId: number }
  | { readonly kind: 'user'; readonly userId: number }
  | { readonly kind: 'site'; readonly userId: number; readonly siteId: number }
  | { readonly kind: 'client'; readonly userId: number; readonly clientId: number }
  | { readonly kind: 'limited'; readonly reach: TicketReach; readonly limits: DataLimits };

/** Through whose eyes the desk is read. Every read of a ticket, action or article takes one; there is no read without. */
export interface Viewer {
  /** `users` never see private actions, inactive or agents-only articles, nor services hidden from users. */
  readonly audience: 'agents' | 'users';
  /** Private actions are shown, searched and quoted. Always false for users. */
  readonly seesPrivate: boolean;
  readonly tickets: TicketReach;
  /** What the endpoint shows at all (SPEC 7), which `tickets` keeps to as well; absent: everything. */
  readonly limits?: DataLimits;
}

/** The same viewer behind an endpoint's data limits: what is outside them is as good as not there. */
export function limitViewer(viewer: Viewer, limits: DataLimits): Viewer {
  if (Object.values(limits).every((ids) => ids.length === 0)) return viewer;
  return { ...viewer, limits, tickets: { kind: 'limited', reach: viewer.tickets, limits } };
}

/** Whether a ticket of the type and the team lies within the limits: what is left of them once it is a visible client's. */
export function keepsWithin(
  limits: Viewer['limits'],
  { typeId, teamId }: { readonly typeId: number; readonly teamId: number | null },
): boolean {
  return isWithin(limits?.ticketTypeIds, typeId) && isWithin(limits?.teamIds, teamId);
}

/** Whether a list of the limits leaves the record in; an empty list leaves everything in. */
export function isWithin(ids: readonly number[] | undefined, id: number | null): boolean {
  return ids === undefined || ids.length === 0 || (id !== null && ids.includes(id));
}
