import type { Viewer } from '../../domain/viewer.ts';

/** A boolean SQL expression over a `desk_article` row: whether somebody of the audience may read it. */
export function articleAudienceCondition(audience: Viewer['audience'], alias: string): string {
  return audience === 'agents' ? '1' : `(${alias}.audience = 'everyone' AND ${alias}.inactive = 0)`;
}
