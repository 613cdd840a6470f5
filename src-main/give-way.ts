import { stat } from 'node:fs/promises';
import { getPriority, setPriority } from 'node:os';

/**
 * Lets the calling thread yield the processor to whoever waits for an answer. On Linux alone a thread has a priority of
 * its own (setpriority(2), C library/kernel differences); elsewhere it would be the whole process that yields.
 */
export async function giveWay(): Promise<void> {
  if (process.platform !== 'linux') return;
  // The process's pool of threads is started by its first use and inherits the priority of whoever that is.
  await stat('/');
  try {
    setPriority(Math.min(19, getPriority() + 10));
  } catch {
    // A sandbox may forbid it, and the work is done all the same.
  }
}
