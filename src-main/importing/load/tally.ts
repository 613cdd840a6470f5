import type { ImportCounts } from '../../../src-shared/api/imports.ts';
import type { ImportFigures } from '../../db/repositories/import-repository.ts';
import type { Outcome } from './save-record.ts';

type Writable = { -readonly [Name in keyof ImportCounts]: number };

/** Different remarks that are counted one by one; what comes after is counted together. */
const mostRemarks = 200;
const moreRemarks = 'More remarks of other kinds.';

/** What an import did so far. */
export function createTally() {
  const counts: Writable = { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0, leftOut: 0 };
  const made = new Map<string, number>();
  const remarks = new Map<string, number>();
  let bytesRead = 0;
  return {
    made,
    remark(text: string): void {
      const key = remarks.has(text) || remarks.size < mostRemarks ? text : moreRemarks;
      remarks.set(key, (remarks.get(key) ?? 0) + 1);
    },
    count(outcome: Exclude<Outcome, object> | 'refused'): void {
      counts.read += 1;
      counts[outcome] += 1;
    },
    leaveOut(rows: number): void {
      counts.read += rows;
      counts.leftOut += rows;
    },
    setBytes: (bytes: number): void => void (bytesRead = bytes),
    /** Whether any row was not refused. */
    get hasTaken() {
      return counts.created + counts.updated + counts.unchanged > 0;
    },
    figures: (): ImportFigures => ({
      ...counts,
      bytesRead,
      made: JSON.stringify([...made]),
      remarks: JSON.stringify([...remarks]),
    }),
  };
}

export type Tally = ReturnType<typeof createTally>;
