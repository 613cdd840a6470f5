import type { Scope } from '../../src-shared/domain/scopes.ts';
import type { DataLimits } from '../../src-shared/domain/endpoint-settings.ts';
import { limitViewer, type TicketReach, type Viewer } from './viewer.ts';

export type AccessLevel = 'none' | 'read' | 'edit';
export type RoleArea = 'tickets' | 'articles' | 'customers' | 'assets' | 'time';

/** What an agent's role allows, area by area, and whose tickets it shows. */
export interface Role {
  readonly administrator: boolean;
  readonly areas: Readonly<Record<RoleArea, AccessLevel>>;
  readonly sees: 'all' | 'teams' | 'own';
}

interface Bearer {
  /** The API application the request came through; absent for the command line and the app itself. */
  readonly application?: { readonly id: string; readonly name: string };
  /** What the application may obtain: decides what is listed. */
  readonly scopes: ReadonlySet<Scope>;
  /** What this request's OAuth token carries; absent when it carries everything in `scopes` (static keys). */
  readonly tokenScopes?: ReadonlySet<Scope>;
}

export interface AgentPrincipal extends Bearer {
  readonly kind: 'agent';
  readonly agentId: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly teamIds: readonly number[];
  /** API-only agents (HALO.md 4.7) cannot be assigned tickets. */
  readonly apiOnly: boolean;
}

export interface UserPrincipal extends Bearer {
  readonly kind: 'user';
  readonly userId: number;
  readonly name: string;
  readonly email: string;
  readonly siteId: number;
  readonly clientId: number;
  readonly sees: 'own' | 'site' | 'client';
}

/** An application that acts as itself and is no agent. */
export interface ServicePrincipal extends Bearer {
  readonly kind: 'service';
  readonly name: string;
}

export type Principal = AgentPrincipal | UserPrincipal | ServicePrincipal;

/** The principal as written to the activity log and the ledger: kind and record, such as `agent:3`. */
export function principalLabel(principal: Principal): string {
  switch (principal.kind) {
    case 'agent':
      return `agent:${principal.agentId}`;
    case 'user':
      return `user:${principal.userId}`;
    case 'service':
      return `service:${principal.application?.id ?? 'local'}`;
  }
}

interface ViewerOptions {
  /** Drops an agent's own limits (Halo-compatible mode). */
  readonly unlimited: boolean;
  readonly agentsSeePrivateNotes: boolean;
  /** The endpoint's, which hold in every mode. */
  readonly limits?: DataLimits;
}

/** Through whose eyes the principal reads the desk. */
export function viewerOf(principal: Principal, { limits, ...options }: ViewerOptions): Viewer {
  const viewer = ownViewer(principal, options);
  return limits === undefined ? viewer : limitViewer(viewer, limits);
}

function ownViewer(principal: Principal, options: Omit<ViewerOptions, 'limits'>): Viewer {
  if (principal.kind === 'user') return { audience: 'users', seesPrivate: false, tickets: userReach(principal) };
  const tickets: TicketReach =
    principal.kind === 'service' || options.unlimited ? { kind: 'all' } : agentReach(principal);
  return { audience: 'agents', seesPrivate: options.agentsSeePrivateNotes, tickets };
}

function userReach({ sees, userId, siteId, clientId }: UserPrincipal): TicketReach {
  switch (sees) {
    case 'own':
      return { kind: 'user', userId };
    case 'site':
      return { kind: 'site', userId, siteId };
    case 'client':
      return { kind: 'client', userId, clientId };
  }
}

function agentReach({ role, agentId, teamIds }: AgentPrincipal): TicketReach {
  switch (role.sees) {
    case 'all':
      return { kind: 'all' };
    case 'teams':
      return { kind: 'teams', agentId, teamIds };
    case 'own':
      return { kind: 'agent', agentId };
  }
}
