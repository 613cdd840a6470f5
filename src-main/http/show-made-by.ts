import type { MadeByAi } from '../../src-shared/api/made-by-ai.ts';
import type { MadeByRow } from '../db/repositories/made-by-columns.ts';
import type { Value } from '../db/repositories/record-repository.ts';
import { optional } from './row-values.ts';

/** As a property to spread: absent for what was not made by AI. */
export function showMadeBy({ madeById, madeByName, madeByCallId }: { readonly [Column in keyof MadeByRow]?: Value }): {
  readonly madeByAi?: MadeByAi;
} {
  if (typeof madeById !== 'string') return {};
  const callId = typeof madeByCallId === 'number' ? madeByCallId : undefined;
  return {
    madeByAi: { endpointId: madeById, endpointName: String(madeByName ?? madeById), ...optional('callId', callId) },
  };
}
