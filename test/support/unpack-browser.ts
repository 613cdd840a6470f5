import { findBrowser } from './open-browser.ts';

/** Before the tests begin: two of them must not unpack it at the same time. */
export async function setup(): Promise<void> {
  await findBrowser();
}
