import { findBrowser } from './open-browser.ts';
import { setClock } from './test-clock.ts';

/** Before the tests begin, once. */
export async function setup(): Promise<void> {
  setClock();
  // Two tests must not unpack it at the same time.
  await findBrowser();
}
