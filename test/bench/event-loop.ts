import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { measureCalls, openSession } from './session-client.ts';
import { formatNumber, printTable } from './statistics.ts';

const questions = ['printer not printing', 'laptop is very slow', 'cannot connect to vpn from home', 'passwrd reset'];

/** How long the server's event loop is held at most while 50 connections search the demo desk. */
export async function benchEventLoop(): Promise<void> {
  const server = fork(fileURLToPath(new URL('watched-server.ts', import.meta.url)));
  try {
    const [{ endpoint, key }] = (await once(server, 'message')) as [{ endpoint: string; key: string }];
    const session = await openSession({ url: endpoint, headers: { 'x-halo-api-key': key } });
    const rows = [];
    for (const search of questions) {
      server.send('reset');
      const { perSecond, p50, p99 } = await measureCalls(session, { name: 'search_tickets', input: { search } }, 50, 5);
      server.send('report');
      const [held] = (await once(server, 'message')) as [{ max: number; p99: number }];
      rows.push({
        search,
        'searches /s': formatNumber(perSecond),
        'reply p50 ms': formatNumber(p50, 1),
        'reply p99 ms': formatNumber(p99, 1),
        'loop held p99 ms': formatNumber(held.p99, 1),
        'loop held max ms': formatNumber(held.max, 1),
      });
    }
    printTable('The event loop while 50 connections search', rows);
  } finally {
    server.kill();
  }
}
