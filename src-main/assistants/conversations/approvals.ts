import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import type { ApprovalGrantRow, ToolEffect } from '../../db/repositories/approval-grant-repository.ts';

const ranks: Readonly<Record<ToolEffect, number>> = { read: 0, write: 1, destructive: 2 };

export interface WantedCall {
  readonly endpointId: string;
  readonly tool: string;
  /** Undefined where nobody knows: it is asked about like a change. */
  readonly effect: ToolEffect | undefined;
}

/** Why a call needs no asking; undefined: a person is asked. */
export function findPermission(
  askBefore: ConversationSetup['askBefore'],
  grants: readonly ApprovalGrantRow[],
  call: WantedCall,
): 'policy' | 'remembered' | undefined {
  if (askBefore === 'nothing' || (askBefore === 'changes' && call.effect === 'read')) return 'policy';
  return grants.some((grant) => covers(grant, call)) ? 'remembered' : undefined;
}

/** Looked at for each call: a tool that does more by now than when it was allowed is asked about again. */
function covers(grant: ApprovalGrantRow, { endpointId, tool, effect }: WantedCall): boolean {
  if (grant.endpointId !== endpointId || effect === undefined) return false;
  if (grant.tool === null) return effect === 'read';
  return grant.tool === tool && ranks[effect] <= ranks[grant.effect];
}
