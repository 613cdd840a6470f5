import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goTo } from '../support/open-app.ts';
import { openBrowser } from '../support/open-browser.ts';
import { type ServedWorkbench, startWorkbench } from '../support/start-workbench.ts';
import { growDesk } from './grow-desk.ts';
import { callTool, openSession } from './session-client.ts';
import { formatNumber, median, printTable } from './statistics.ts';

const rounds = 5;
const callsPerSecond = 100;
const wheelFrames = 180;

/** What counts as there: the page's own content, not its frame. */
const destinations = [
  { name: 'Tickets', ready: '[role=grid] [role=row][aria-rowindex="2"] .mono' },
  { name: 'Activity', ready: '[role=grid] [role=row][aria-rowindex="2"]' },
  { name: 'Knowledge base', ready: '[role=grid] [role=row][aria-rowindex="2"]' },
  { name: 'Users and clients', ready: '[role=grid] [role=row][aria-rowindex="2"]' },
  { name: 'Home', ready: 'main h1' },
] as const;

/** How soon a page is there after a click, and how long a frame takes while a list scrolls, as 100 calls a second arrive. */
export async function benchPages(): Promise<void> {
  const browser = await openBrowser();
  const parent = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const tickets of [2_000, 100_000]) {
      const folder = join(parent, `desk-${tickets}`, 'data');
      await growDesk(folder, tickets);
      const served = await startWorkbench({ folder });
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(served.ui?.signIn ?? '');
      await page.getByRole('navigation', { name: 'Pages' }).waitFor();
      // So that the activity has something to show without any load.
      await (await startCalls(served, callsPerSecond)).stop();
      for (const load of [0, callsPerSecond]) {
        await goTo(page, '/');
        const calls = await startCalls(served, load);
        const changes = await measurePageChanges(page);
        const frames = await measureScrolling(page);
        printTable(
          `Pages with ${tickets.toLocaleString('en-GB')} tickets, ${formatNumber(await calls.stop())} calls a second`,
          [
            ...changes.map(({ name, milliseconds }) => ({
              what: `to ${name}`,
              'median ms': formatNumber(median(milliseconds)),
              'worst ms': formatNumber(Math.max(...milliseconds)),
            })),
            ...Object.entries({
              'the wheel': frames.slice(0, wheelFrames),
              'dragging to the end': frames.slice(wheelFrames),
            }).map(([how, some]) => ({
              what: `frames by ${how} (${some.filter((frame) => frame > 50).length} of ${some.length} over 50 ms)`,
              'median ms': formatNumber(median(some), 1),
              'worst ms': formatNumber(Math.max(...some), 1),
            })),
          ],
        );
      }
      await page.close();
      await served.stop();
    }
  } finally {
    await browser.close();
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Reads tickets evenly through the endpoint; answers how many calls a second it came to. */
async function startCalls(served: ServedWorkbench, perSecond: number): Promise<{ stop(): Promise<number> }> {
  if (perSecond === 0) return { stop: () => Promise.resolve(0) };
  const session = await openSession({ url: served.endpoint, headers: { 'x-halo-api-key': await served.createKey() } });
  const started = performance.now();
  const waiting = new Set<Promise<unknown>>();
  let made = 0;
  const timer = setInterval(() => {
    while (made < ((performance.now() - started) / 1000) * perSecond) {
      made += 1;
      const call = callTool(session, 'get_one_ticket', { ticket_id: 1001 + (made % 2000) });
      waiting.add(call);
      void call.finally(() => waiting.delete(call));
    }
  }, 10);
  return {
    async stop() {
      while (made < 50) await new Promise((resolve) => setTimeout(resolve, 20));
      clearInterval(timer);
      const seconds = (performance.now() - started) / 1000;
      await Promise.all(waiting);
      return made / seconds;
    },
  };
}

/** From the click to the frame after the page's content is there, measured in the page. The first visit loads its code. */
async function measurePageChanges(page: Page): Promise<{ name: string; milliseconds: number[] }[]> {
  const results = destinations.map(({ name }) => ({ name, milliseconds: [] as number[] }));
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, { name, ready }] of destinations.entries()) {
      const milliseconds = await page.evaluate(
        ([label, selector]) =>
          new Promise<number>((resolve, reject) => {
            setTimeout(() => reject(new Error(`${label} did not come.`)), 10_000);
            const before = document.querySelector('main h1');
            const started = performance.now();
            for (const link of document.querySelectorAll<HTMLElement>('nav a'))
              if (link.textContent === label) link.click();
            const look = (): void => {
              const there = document.querySelector(selector) !== null && document.querySelector('main h1') !== before;
              if (there) requestAnimationFrame(() => resolve(performance.now() - started));
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          }),
        [name, ready] as const,
      );
      if (round >= 0) results[index]?.milliseconds.push(milliseconds);
    }
  }
  return results;
}

/** The time between frames while the list is scrolled from its top by the wheel, and then dragged to its end. */
async function measureScrolling(page: Page): Promise<number[]> {
  await goTo(page, '/tickets?show=all');
  await page.getByRole('grid', { name: 'Tickets' }).locator('[aria-rowindex="2"] .mono').first().waitFor();
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('[role=grid]');
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (list === null || frames.length > 240) return resolve(frames.slice(1));
          list.scrollTop =
            frames.length < 180 ? list.scrollTop + 120 : (list.scrollHeight * (frames.length - 180)) / 60;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}
