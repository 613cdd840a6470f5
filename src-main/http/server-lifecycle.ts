import type { Server } from 'node:http';
import type { ListenOptions } from 'node:net';
import type { Log } from '../ports.ts';

export interface RunningServer {
  /** Takes no new connection, lets replies under way finish and then hangs up. */
  stop(): Promise<void>;
}

/** How long replies under way may take once the server is to stop, in milliseconds. */
const patience = 5000;

/** Resolves when the server listens; rejects with what the system says when it cannot. */
export async function startServer(server: Server, where: ListenOptions, log: Log): Promise<RunningServer> {
  let stopping = false;
  // Node closes idle connections when a server stops, but not those that become idle a moment later.
  server.on('request', (_request, response) => {
    response.once('close', () => {
      if (stopping) server.closeIdleConnections();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // Such as too many open files: the next connection may be luckier.
  server.on('error', (error) => log.error('A connection could not be accepted.', { error }));
  return {
    async stop() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      stopping = true;
      server.closeIdleConnections();
      const impatience = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(impatience);
    },
  };
}
