import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { openPages } from './open-pages.ts';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  const open = [...openPages].filter((page) => !page.isClosed());
  if (open.length === 0) return;
  throw new Error((await Promise.all(open.map(describePage))).join('\n\n'));
});

/** What a person would have had in front of them when a wait ran out: often that names the cause, which the wait does not. */
async function describePage(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog').last();
  const shown = (await dialog.count()) > 0 ? dialog : page.locator('body');
  const focused = await page.evaluate(
    () => (document.activeElement?.cloneNode(false) as Element | undefined)?.outerHTML,
  );
  return `${new URL(page.url()).pathname} showed:\n${await shown.ariaSnapshot({ timeout: 2_000 })}\nFocus: ${focused}`;
}
