import type { BrowserContext } from 'playwright-core';
import { shiftClock } from './shift-clock.ts';

/** When a test run begins, for all of it: the demo desk is drawn by the day it is made on, and tests name its tickets. */
const begin = Date.UTC(2026, 10, 23, 21);
const preload = new URL('preload-clock.ts', import.meta.url).href;

/** Every process of Node that this one starts, and each that such a one starts, has the clock of the test run. */
export function setClock(): void {
  process.env['TEST_CLOCK_SHIFT'] = String(begin - Date.now());
  process.env['NODE_OPTIONS'] = addPreload(preload);
}

/** The `NODE_OPTIONS` of this process and this module beside. */
export function addPreload(module: string): string {
  return `${process.env['NODE_OPTIONS'] ?? ''} --import ${module}`.trim();
}

/** The pages of a browser have it as well, if this process has. */
export async function setPageClock(context: BrowserContext): Promise<void> {
  const shift = process.env['TEST_CLOCK_SHIFT'];
  if (shift !== undefined) await context.addInitScript(shiftClock, Number(shift));
}
