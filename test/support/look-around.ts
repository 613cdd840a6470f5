import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findViolations } from './find-violations.ts';
import { settlePage } from './settle-page.ts';

/** The page as it is now is accessible in both themes, and at no usual width wider than its window. */
export async function lookAround(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settlePage(page);
    expect(await findViolations(page)).toEqual([]);
  }
  for (const width of [640, 1600, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.locator('#content').evaluate((content) => content.scrollWidth - content.clientWidth);
    expect(overflow).toBe(0);
  }
}
