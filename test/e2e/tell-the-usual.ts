import type { Page } from 'playwright-core';
import type { ServedWorkbench } from '../support/start-workbench.ts';

/**
 * Shows in a page what everybody has, in place of what only this run has: the usual data folder, and one and the same
 * key. Answers how to put back what was there.
 */
export async function tellTheUsual(page: Page, { folder }: ServedWorkbench): Promise<() => Promise<void>> {
  const replaced = await page.evaluateHandle((place) => {
    const secret = /halo_(secret_)?[0-9A-Za-z]{20,}/g;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const before: [Text, string][] = [];
    while (texts.nextNode() !== null) {
      const text = texts.currentNode as Text;
      const usual = text.data
        .replaceAll(place, '~/.local/share/halo-mcp-workbench')
        .replaceAll(secret, (_, kind: string | undefined) => `halo_${kind ?? ''}${'Example'.repeat(6)}`);
      if (usual === text.data) continue;
      before.push([text, text.data]);
      text.data = usual;
    }
    return before;
  }, folder);
  return () => replaced.evaluate((texts) => texts.forEach(([text, data]) => void (text.data = data)));
}
