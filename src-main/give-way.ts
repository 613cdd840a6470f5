import { readdir, readFile, stat } from 'node:fs/promises';
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
    setPriority(lower());
  } catch {
    // A sandbox may forbid it, and the work is done all the same.
  }
}

/**
 * The same for the threads on which the engine compiles and collects garbage, for the life of the process: several of them
 * have both of two processors while code is new. To be called on the main thread. Only on Linux have they names.
 */
export async function letHelpersGiveWay(): Promise<void> {
  if (process.platform !== 'linux') return;
  const tasks = '/proc/self/task';
  try {
    for (const thread of await readdir(tasks)) {
      const name = await readFile(`${tasks}/${thread}/comm`, 'utf8');
      if (name.trim() === 'V8Worker') setPriority(Number(thread), lower());
    }
  } catch {
    // As above, or a thread has ended meanwhile.
  }
}

const lower = (): number => Math.min(19, getPriority() + 10);
