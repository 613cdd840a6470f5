import { readFileSync } from 'node:fs';
import { openSession } from './session-client.ts';
import { formatNumber, printTable } from './statistics.ts';
import { startOurs, type Subject } from './subjects.ts';

const steps = [1000, 2000, 4000, 6000, 8000, 10_000] as const;

/** Memory of the server while clients initialize sessions and never come back. */
export async function benchAbandonedSessions(): Promise<void> {
  const ours = await startOurs();
  try {
    const rows = [];
    let opened = 0;
    for (const step of steps) {
      for (; opened < step; opened += 10) await Promise.all(Array.from({ length: 10 }, () => openSession(ours)));
      rows.push({
        'sessions abandoned': formatNumber(opened),
        'resident MiB': formatNumber(residentMebibytes(ours), 1),
      });
    }
    printTable('Memory over abandoned sessions', rows);
  } finally {
    await ours.stop();
  }
}

function residentMebibytes({ process: { pid } }: Subject): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
