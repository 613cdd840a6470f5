import { actorOf } from '../domain/actor.ts';
import { principalLabel } from '../domain/principal.ts';
import type { Occasion } from '../domain/tickets/act-on-ticket.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { RouteContext } from './route-context.ts';

/** The desk as its administrator sees it. */
export const wholeDesk: Viewer = { audience: 'agents', seesPrivate: true, tickets: { kind: 'all' } };

export interface Edit extends Occasion {
  /** The administrator's own, for what an agent does. */
  readonly agentId: number;
}

/** The agent who works at the page. */
export function getAdministrator({ core }: RouteContext) {
  const administrator = core.access.principalByEmail(undefined);
  if (administrator.kind !== 'agent') throw new Error('The administrator of a desk is an agent.');
  return administrator;
}

/** Changes the desk in one change set, as its administrator; `label` says in the ledger what was done. */
export function editDesk<T>(context: RouteContext, label: string, work: (edit: Edit) => T): T {
  const { core } = context;
  const administrator = getAdministrator(context);
  const edit: Edit = { by: actorOf(administrator), at: core.ports.now(), agentId: administrator.agentId };
  return core.database.inChangeSet({ kind: 'edit', actor: principalLabel(administrator), label }, () => work(edit));
}
