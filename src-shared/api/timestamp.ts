import { z } from 'zod';

/** A moment as it travels: ISO 8601 in UTC. The core counts epoch milliseconds. */
export const timestamp = z.iso.datetime();

export function toTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
