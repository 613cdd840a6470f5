import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNumber, median, printTable } from './statistics.ts';
import { startEverything, startOurs, type Subject } from './subjects.ts';

const rounds = 7;

/** From spawn to listening. Ours opens a data folder that exists; the first start, which makes the demo desk, is apart. */
export async function benchStartUp(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'bench-'));
  const folder = join(parent, 'data');
  try {
    const first = await timed(() => startOurs(folder));
    const ours: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await timed(() => startOurs(folder)));
      reference.push(await timed(startEverything));
    }
    const ratio = median(ours.map((value, round) => value / (reference[round] ?? Number.NaN)));
    printTable(`Start to listening, ${rounds} interleaved rounds, medians`, [
      {
        'workbench ms': formatNumber(median(ours)),
        'server-everything ms': formatNumber(median(reference)),
        ratio: `${formatNumber(ratio, 2)} ×`,
        'first start with the demo desk ms': formatNumber(first),
      },
    ]);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

async function timed(start: () => Promise<Subject>): Promise<number> {
  const subject = await start();
  await subject.stop();
  return subject.startMilliseconds;
}
