import type { Page } from 'playwright-core';
import { type AdminClient, createRemoteClient } from '../../src-main/http/admin-client.ts';
import { goTo } from '../support/open-app.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startRawModelServer } from '../support/raw-model-server.ts';
import { answerWith, createEvents } from '../support/response-events.ts';
import { startWorkbench } from '../support/start-workbench.ts';
import { formatNumber, median, percentile, printTable } from './statistics.ts';

const turns = 500;
const ticket = 2988;
/** Notes that make the result of one call some 2 MB. */
const notes = { count: 48, length: 45_000 };
const words = 3_000;
const wordsAtOnce = 4;
const pause = 5;

type ModelServer = Awaited<ReturnType<typeof startRawModelServer>>;

interface Watched {
  /** Times between frames, in milliseconds. */
  readonly frames: readonly number[];
  /** The processor time of each task of the page, in milliseconds: what other programs take of it does not count. */
  readonly tasks: readonly number[];
  /** By word: when it stood in the page, as epoch milliseconds. */
  readonly seen: Readonly<Record<number, number>>;
}

/**
 * How smooth the playground is with a conversation of 500 turns and a result of 2 MB, standing still, scrolled through and
 * while an answer streams in; and how long a token takes from the process to the page.
 */
export async function benchPlayground(): Promise<void> {
  const served = await startWorkbench();
  const server = await startRawModelServer();
  const browser = await openBrowser();
  try {
    const ui = served.ui;
    if (ui === undefined) throw new Error('The workbench serves no pages.');
    const session = await openSession(ui.signIn);
    const client = createRemoteClient((request) => {
      const { pathname, search } = new URL(request.url);
      const url = new URL(pathname + search, ui.url);
      const headers = new Headers(request.headers);
      headers.set('x-workbench-session', session);
      headers.set('origin', url.origin);
      return request
        .text()
        .then((body) => fetch(url, { method: request.method, headers, body, signal: request.signal }));
    });
    const id = await fillConversation(client, server);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript((value) => sessionStorage.setItem('workbench-session', value), session);
    await page.goto(ui.url);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();

    // What the machine can do anyway, with the same answer and nobody who looks at it.
    await goTo(page, '/settings');
    const unseen = streamAnswer(client, server, id);
    await watch(page);
    await unseen;
    const baseline = await stopWatching(page);

    const opened = await measureOpening(page, id);
    await watch(page);
    await scrollThrough(page);
    const scrolled = await stopWatching(page);
    await page.getByRole('button', { name: 'To the latest' }).click();

    const stream = streamAnswer(client, server, id);
    await page
      .getByRole('button', { name: /get_one_ticket/ })
      .last()
      .click();
    await watch(page);
    const received = await stream;
    await page.getByText('The end.').last().waitFor();
    const streamed = await stopWatching(page);
    const latencies = received.flatMap(([word, at]) => {
      const seen = streamed.seen[word];
      return seen === undefined ? [] : [seen - at];
    });
    printTable(`The playground with ${turns} turns and a result of 2 MB`, [
      describeFrames('another page, while words stream in', baseline),
      describeFrames('scrolled from end to beginning', scrolled),
      describeFrames(`shown, while ${formatNumber(words)} words stream in`, streamed),
    ]);
    printTable('From receiving a token to the page', [
      {
        tokens: formatNumber(latencies.length),
        'median ms': formatNumber(median(latencies), 1),
        'p95 ms': formatNumber(percentile(latencies, 95), 1),
        'worst ms': formatNumber(Math.max(...latencies), 1),
        'opening the conversation ms': formatNumber(opened),
      },
    ]);
    await page.close();
  } finally {
    await browser.close();
    await server.close();
    await served.stop();
  }
}

function describeFrames(what: string, { frames, tasks }: Watched): Record<string, string> {
  return {
    what,
    frames: formatNumber(frames.length),
    'median ms': formatNumber(median(frames), 1),
    'p99 ms': formatNumber(percentile(frames, 99), 1),
    'worst ms': formatNumber(Math.max(...frames), 1),
    'over 50 ms': formatNumber(frames.filter((frame) => frame > 50).length),
    'over 100 ms': formatNumber(frames.filter((frame) => frame > 100).length),
    'tasks over 50 ms': formatNumber(tasks.filter((task) => task > 50).length),
    'longest task ms': formatNumber(tasks.reduce((longest, task) => Math.max(longest, task), 0)),
  };
}

async function openSession(signIn: string): Promise<string> {
  const { origin, hash } = new URL(signIn);
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ token: new URLSearchParams(hash.slice(1)).get('token') }),
  });
  return ((await response.json()) as { session: string }).session;
}

/** A conversation with a model elsewhere, whose last turn but one has a large result. */
async function fillConversation(client: AdminClient, server: ModelServer): Promise<number> {
  const note = 'Everything was looked at again, and nothing new was found. '.repeat(1_000).slice(0, notes.length);
  for (let count = 0; count < notes.count; count += 1) {
    await client.calls.create({ tool: 'add_note_to_ticket', arguments: { ticket_id: ticket, note } });
  }
  await client.endpoint.update({ agentsSeePrivateNotes: true });
  const { id: connectionId } = await client.connections.save({
    settings: {
      kind: 'compatible',
      name: 'Bench',
      baseUrl: `${server.url}/v1`,
      model: 'bench',
      organization: '',
      project: '',
    },
    key: 'none',
  });
  const setup = { connectionId, endpointId: 'default', as: 'agent:1' };
  const { id } = await client.conversations.create({ setup });
  const text =
    'An answer with **bold** words, `code` and a list:\n\n- one\n- two\n- three\n\nAnd another paragraph. '.repeat(3);
  server.plan(answerWith((events) => events.message('m1', text)));
  for (let turn = 1; turn < turns; turn += 1) await ask(client, id, `Question ${turn}`);
  return id;
}

/** Answers once the turn has ended. */
async function ask(client: AdminClient, id: number, text: string): Promise<void> {
  const { turnId } = await client.conversations.send({ id, text });
  const stop = new AbortController();
  for await (const event of await client.conversations.follow({ id }, { signal: stop.signal })) {
    const turn = event.kind === 'snapshot' ? event.turns.at(-1) : event.kind === 'turn' ? event.turn : undefined;
    if (turn?.id === turnId && turn.state === 'done') break;
  }
  stop.abort();
}

async function measureOpening(page: Page, id: number): Promise<number> {
  const started = performance.now();
  await page.goto(`${new URL(page.url()).origin}/playground/${id}`);
  await page.getByText(`Question ${turns - 1}`).waitFor();
  const opened = performance.now() - started;
  // Everything is loaded and drawn before anything is measured.
  await page.waitForTimeout(1_000);
  return opened;
}

/** By the wheel, without a pause, until the first turn is in sight. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const list = document.querySelector('[aria-label="Turns"]');
        const step = (): void => {
          if (list === null || list.querySelector('[data-turn="1"]') !== null) return resolve();
          list.scrollTop -= 240;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}

/** A call with the large result, and then words at a steady pace. Answers when the process received each of them. */
async function streamAnswer(client: AdminClient, server: ModelServer, id: number): Promise<[number, number][]> {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  server.plan((response) => {
    answerWith((events) => events.call('call_1', 'get_one_ticket', { ticket_id: ticket }))(response);
    server.plan((next) => {
      const events = createEvents();
      next.writeHead(200, { 'content-type': 'text/event-stream' });
      next.write(events.begin() + events.partOfMessage('m2', ''));
      const all = Array.from({ length: words }, (_, index) => `w${index + 1}${index % 60 === 59 ? '.\n\n' : ' '}`);
      void begun.then(async () => {
        for (let from = 0; from < words; from += wordsAtOnce) {
          next.write(events.more('m2', all.slice(from, from + wordsAtOnce).join('')));
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
        next.write(events.more('m2', 'The end.') + events.endOfMessage('m2', `${all.join('')}The end.`));
        next.end(events.end());
      });
    });
  });
  const received: [number, number][] = [];
  const stop = new AbortController();
  const follower = await client.conversations.follow({ id }, { signal: stop.signal });
  const { turnId } = await client.conversations.send({ id, text: `Question ${turns}` });
  setTimeout(() => begin(), 2_000);
  for await (const event of follower) {
    if (event.kind === 'text') {
      for (const [, word] of event.text.matchAll(/w(\d+)\b/g)) received.push([Number(word), event.receivedAt]);
    }
    if (event.kind === 'turn' && event.turn.id === turnId && event.turn.state === 'done') break;
  }
  stop.abort();
  return received;
}

/** Begins to note frames, long tasks, and which words of the answer stand in the page. */
async function watch(page: Page): Promise<void> {
  await page
    .context()
    .browser()
    ?.startTracing(page, { categories: ['toplevel'] });
  await page.evaluate(() => {
    const kept = { frames: [] as number[], seen: {} as Record<number, number>, last: 0 };
    const words = new MutationObserver(() => {
      const text = [...document.querySelectorAll('[aria-label="Turns"] article p')].at(-1)?.textContent ?? '';
      const latest = Math.max(
        0,
        ...[...text.slice(-200).matchAll(/w(\d+)(?=\s|\.)/g)].map((match) => Number(match[1])),
      );
      const at = performance.timeOrigin + performance.now();
      for (let word = kept.last + 1; word <= latest; word += 1) kept.seen[word] = at;
      kept.last = Math.max(kept.last, latest);
    });
    words.observe(document.body, { childList: true, characterData: true, subtree: true });
    let before = performance.now();
    let frame = 0;
    const step = (now: number): void => {
      kept.frames.push(now - before);
      before = now;
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    Object.assign(window, {
      stopWatching: () => {
        cancelAnimationFrame(frame);
        words.disconnect();
        return kept;
      },
    });
  });
}

async function stopWatching(page: Page): Promise<Watched> {
  const kept = await page.evaluate(() =>
    (window as unknown as { stopWatching(): Omit<Watched, 'tasks'> }).stopWatching(),
  );
  const trace = (await page.context().browser()?.stopTracing())?.toString() ?? '{"traceEvents":[]}';
  return { ...kept, frames: kept.frames.slice(1), tasks: readTasks(trace) };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Of the threads that run pages. */
function readTasks(trace: string): number[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const of = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const named = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const pages = new Set(named.map(of));
  return traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && pages.has(of(event)))
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
}
