import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { setPageClock } from './test-clock.ts';
import { openPages } from './open-pages.ts';
import { type ServedWorkbench, startWorkbench } from './start-workbench.ts';

export interface OpenApp {
  readonly page: Page;
  readonly served: ServedWorkbench;
  /** What went wrong in the page so far: uncaught errors, console errors (a refusal by the policy is one), dialogs. */
  readonly troubles: readonly string[];
  /** Goes to a page of the app as a link would, without loading the document anew. */
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Collects what a page must never do. */
export function watchTroubles(page: Page): string[] {
  const troubles: string[] = [];
  openPages.add(page);
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return troubles;
}

/** Goes to a page of the app as its own links do, and waits until it is the one that is shown. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
  await page.waitForFunction(
    () => document.getElementById('content')?.dataset['at'] === `${location.pathname}${location.search}`,
  );
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** A served workbench with its app open and signed in, in a real browser. */
export async function openApp(
  options: { args?: readonly string[]; folder?: string; browser?: Browser; context?: BrowserContextOptions } = {},
): Promise<OpenApp> {
  const served = await startWorkbench({
    ...(options.args && { args: options.args }),
    ...(options.folder !== undefined && { folder: options.folder }),
  });
  const browser = options.browser ?? (await openBrowser());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options.context });
  await setPageClock(context);
  const page = await context.newPage();
  const troubles = watchTroubles(page);
  if (served.ui === undefined) throw new Error('The workbench serves no pages.');
  await page.goto(served.ui.signIn);
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  return {
    page,
    served,
    troubles,
    go: (path) => goTo(page, path),
    async close() {
      await context.close();
      if (options.browser === undefined) await browser.close();
      await served.stop();
    },
  };
}
