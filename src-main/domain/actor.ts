import type { Principal } from './principal.ts';

/** Who an action is by. Both ids are null for an application that is neither agent nor user. */
export interface Actor {
  readonly agentId: number | null;
  readonly userId: number | null;
  /** The name that the ticket's history shows. */
  readonly name: string;
}

export function actorOf(principal: Principal): Actor {
  return {
    agentId: principal.kind === 'agent' ? principal.agentId : null,
    userId: principal.kind === 'user' ? principal.userId : null,
    name: principal.name,
  };
}
