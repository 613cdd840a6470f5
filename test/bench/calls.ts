import { callTool, measureCalls, openSession, type Session } from './session-client.ts';
import { formatNumber, median, printTable } from './statistics.ts';
import { startEverything, startOurs, startPlainHttp } from './subjects.ts';

const rounds = 5;
const seconds = 3;
const connectionCounts = [1, 10, 50] as const;

/**
 * `get_one_ticket` through key, permission, validation and activity, against the reference server's `echo`, which does
 * none of these, and against plain HTTP. Rounds are interleaved; figures are medians over the rounds.
 */
export async function benchCalls(): Promise<void> {
  const [ours, everything, plain] = [await startOurs(), await startEverything(), await startPlainHttp()];
  try {
    const session = await openSession(ours);
    const ticket = await findTicket(session);
    const echo = { name: 'echo', input: { message: 'hello' } };
    const subjects = [
      { label: 'get_one_ticket', session, call: { name: 'get_one_ticket', input: { ticket_id: ticket } } },
      { label: 'echo', session: await openSession(everything), call: echo },
      { label: 'plain', session: await openSession(plain), call: echo },
    ];
    for (const subject of subjects) await measureCalls(subject.session, subject.call, 10, seconds);

    const rows = [];
    for (const connections of connectionCounts) {
      const figures = new Map<string, number[]>(subjects.map(({ label }) => [label, []]));
      for (let round = 0; round < rounds; round += 1) {
        for (const { label, session: at, call } of subjects) {
          figures.get(label)?.push((await measureCalls(at, call, connections, seconds)).perSecond);
        }
      }
      const of = (label: string): readonly number[] => figures.get(label) ?? [];
      const ratios = (other: string): number[] =>
        of('get_one_ticket').map((value, round) => value / (of(other)[round] ?? 0));
      rows.push({
        connections: String(connections),
        'get_one_ticket /s': formatNumber(median(of('get_one_ticket'))),
        'echo /s': formatNumber(median(of('echo'))),
        'plain HTTP /s': formatNumber(median(of('plain'))),
        'to echo': `${formatNumber(median(ratios('echo')), 2)} ×`,
        'to plain HTTP': `${formatNumber(median(ratios('plain')), 2)} ×`,
      });
    }
    printTable(`Calls per second, ${rounds} interleaved rounds of ${seconds} s, medians (ratios round by round)`, rows);
  } finally {
    await Promise.all([ours.stop(), everything.stop(), plain.stop()]);
  }
}

async function findTicket(session: Session): Promise<number> {
  const reply = await callTool(session, 'search_tickets', { search: 'laptop' });
  const id = /\\"id\\":(\d+)/.exec(reply)?.[1];
  if (id === undefined) throw new Error('The demo desk has no ticket about a laptop.');
  return Number(id);
}
