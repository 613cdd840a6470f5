import type { Server } from 'node:http';

export interface Connections {
  /** From now on a connection is closed as soon as its reply is sent. */
  closeWhenIdle(): void;
}

/** How long replies under way may take once the server is to stop. */
const patience = 5000;

/** Node closes idle connections when a server stops, but not those that become idle a moment later. */
export function watchConnections(server: Server): Connections {
  let stopping = false;
  server.on('request', (_request, response) => {
    response.once('close', () => {
      if (stopping) server.closeIdleConnections();
    });
  });
  return {
    closeWhenIdle: () => {
      stopping = true;
    },
  };
}

/** Takes no new connection, lets replies under way finish and then hangs up. */
export async function stopServer(server: Server, connections: Connections): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  connections.closeWhenIdle();
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(impatience);
}
