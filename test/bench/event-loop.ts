import { measureCalls, openSession } from './session-client.ts';
import { formatNumber, printTable } from './statistics.ts';
import { startWatched } from './watch.ts';

const questions = ['printer not printing', 'laptop is very slow', 'cannot connect to vpn from home', 'passwrd reset'];

/** How long the server's event loop is held at most while 50 connections search the demo desk. */
export async function benchEventLoop(): Promise<void> {
  const server = await startWatched('demo');
  try {
    const session = await openSession(server.subject);
    const rows = [];
    for (const search of questions) {
      await server.reset();
      const { perSecond, p50, p99 } = await measureCalls(session, { name: 'search_tickets', input: { search } }, 50, 5);
      const held = await server.report();
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
