import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Display {
  /** For the variable DISPLAY. */
  readonly name: string;
  stop(): Promise<void>;
}

/** An X server without a screen, on a display number that it found to be free. */
export async function startDisplay(): Promise<Display> {
  const options = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const abandon = (): void => void server.kill('SIGKILL');
  process.once('exit', abandon);
  const exited = once(server, 'exit').then(() => process.off('exit', abandon));
  const [number] = (await Promise.race([
    once(server.stdio[3] as Readable, 'data'),
    exited.then(() => Promise.reject(new Error('Xvfb ended before it had a display.'))),
  ])) as [Buffer];
  return {
    name: `:${number.toString().trim()}`,
    stop: async () => {
      server.kill();
      await exited;
    },
  };
}
