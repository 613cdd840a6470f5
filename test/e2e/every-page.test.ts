import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../support/find-violations.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { openBrowser } from '../support/open-browser.ts';
import { settlePage } from '../support/settle-page.ts';
import { appPages } from './app-pages.ts';
import { holdConversations } from './hold-conversations.ts';

/** The pictures of a run, for whoever wants to look at every page. */
const pictures = fileURLToPath(new URL('../../out/pictures/', import.meta.url));
const widths = [1280, 1600];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  mkdirSync(pictures, { recursive: true });
});
afterAll(() => browser.close());

describe.each(['demo', 'empty'] as const)('on the %s desk', (desk) => {
  let app: OpenApp;
  const shown = appPages.filter(({ always }) => desk === 'demo' || always === true);

  beforeAll(async () => {
    app = await openApp({ browser, args: desk === 'empty' ? ['--empty'] : ['--enable'] });
    if (desk === 'demo') {
      await app.served.cli('call', 'get_one_ticket', '{"ticket_id":2988}');
      await app.served.cli('collection', 'create', 'First line', '--enable');
      await holdConversations(app);
    }
  }, 60_000);
  afterAll(() => app.close());

  test('the navigation leads to pages that are looked at here', async () => {
    const links = await app.page.getByRole('navigation', { name: 'Pages' }).getByRole('link').all();
    const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(paths.filter((path) => !shown.some((page) => page.path === path))).toEqual([]);
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    beforeAll(() => app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));

    test.each(shown)(
      '$name has nothing that axe finds, no trouble, and stays within the window',
      async (shownPage) => {
        const { page } = app;
        await app.go(shownPage.path);
        await settlePage(app.page);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: `${pictures}${desk}-${shownPage.name}-${colorScheme}-${width}.png` });
          expect(await overflowOf(app)).toBe(0);
        }
        expect(await findViolations(page)).toEqual([]);
        expect(app.troubles).toEqual([]);
      },
      40_000,
    );
  });

  test.each(shown)('$name loses nothing at 200 % zoom of a window of 1,280 pixels', async ({ path }) => {
    await app.page.setViewportSize({ width: 640, height: 450 });
    await app.go(path);
    await settlePage(app.page);
    expect(await overflowOf(app)).toBe(0);
    expect(await hiddenControls(app)).toEqual([]);
  });
});

/** By how many pixels the page is wider than its window. */
async function overflowOf({ page }: OpenApp): Promise<number> {
  return page.evaluate(() => {
    const content = document.getElementById('content');
    return content === null ? Number.NaN : Math.max(0, content.scrollWidth - content.clientWidth);
  });
}

/** Controls that nothing can bring into sight: cut off by something that does not scroll. */
async function hiddenControls({ page }: OpenApp): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(
      'main button, main a[href], main input, main select, main textarea',
    )) {
      const box = control.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || getComputedStyle(control).visibility === 'hidden') continue;
      for (
        let around = control.parentElement;
        around !== null && around.id !== 'content';
        around = around.parentElement
      ) {
        const { overflowX } = getComputedStyle(around);
        const outer = around.getBoundingClientRect();
        if (overflowX === 'auto' || overflowX === 'scroll') break;
        if (overflowX !== 'visible' && (box.left < outer.left - 1 || box.right > outer.right + 1)) {
          lost.push(control.getAttribute('aria-label') ?? control.textContent ?? control.tagName);
          break;
        }
      }
    }
    return lost;
  });
}
