import type { Connection } from './connection.ts';
import { createReadTogether } from './read-together.ts';

export interface FiguresInput {
  /** Epoch milliseconds; buckets begin at multiples of their width. */
  readonly from: number;
  readonly to: number;
  readonly bucketMilliseconds: number;
}

interface Durations {
  readonly calls: number;
  readonly failed: number;
  /** Milliseconds, to within 1 %. */
  readonly p50?: number;
  readonly p95?: number;
}

export interface CallFigures extends Durations {
  readonly buckets: readonly (Durations & { readonly at: number })[];
}

export function prepareCallFigures(connection: Connection) {
  const rows = connection
    .prepare<[number, number], [at: number, microseconds: number, failed: number]>(
      `SELECT at, microseconds, error_code IS NOT NULL FROM trace_call INDEXED BY trace_call_time
       WHERE at >= ? AND at < ?`,
    )
    .raw();

  return ({ from, to, bucketMilliseconds: width }: FiguresInput): CallFigures => {
    const first = Math.floor(from / width);
    const all = createTally();
    const tallies = Array.from({ length: Math.ceil(to / width) - first }, createTally);
    for (const [at, microseconds, failed] of rows.iterate(first * width, to)) {
      all.add(microseconds, failed);
      tallies[Math.floor(at / width) - first]?.add(microseconds, failed);
    }
    return {
      ...all.describe(),
      buckets: tallies.map((tally, index) => ({ at: (first + index) * width, ...tally.describe() })),
    };
  };
}

/** Durations fall into classes that are 2 % wide, so that a million calls need no sorting. */
const classWidth = Math.log(1.02);
const classes = 1200;

function createTally() {
  const counts = new Uint32Array(classes);
  let calls = 0;
  let failures = 0;
  /** In milliseconds, the middle of the class that the call at this share of all falls into. */
  const at = (share: number): number => {
    let left = Math.ceil(share * calls);
    const index = counts.findIndex((count) => (left -= count) <= 0);
    return Math.exp((index + 0.5) * classWidth) / 1000;
  };
  return {
    add(microseconds: number, failed: number): void {
      const index = Math.min(classes - 1, Math.floor(Math.log(Math.max(1, microseconds)) / classWidth));
      counts[index] = (counts[index] ?? 0) + 1;
      calls += 1;
      failures += failed;
    },
    describe: (): Durations =>
      calls === 0 ? { calls, failed: 0 } : { calls, failed: failures, p50: at(0.5), p95: at(0.95) },
  };
}

const mostOfEach = 200;

/** The distinct values of each column in the latest 100,000 calls. */
export function prepareCallFacets(connection: Connection) {
  const together = createReadTogether(connection);
  const distinct = (column: string) =>
    connection
      .prepare<[], string>(
        `SELECT DISTINCT ${column} FROM (
           SELECT ${column} FROM trace_call INDEXED BY trace_call_facts ORDER BY id DESC LIMIT 100000)
         WHERE ${column} IS NOT NULL ORDER BY 1 LIMIT ${mostOfEach}`,
      )
      .pluck();
  const tools = distinct('tool');
  const applications = distinct('application_id');
  const principals = distinct('principal');
  const clients = distinct('client');
  const errors = distinct('error_code');
  return () =>
    together(() => ({
      tools: tools.all(),
      applications: applications.all(),
      principals: principals.all(),
      clients: clients.all(),
      errors: errors.all(),
    }));
}
