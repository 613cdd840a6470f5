import type { Locator, Page } from 'playwright-core';

export interface KeyboardUser {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab (or another key) until the control has the focus; fails when that takes too many. */
  reach(target: Locator, options?: { readonly within?: number; readonly by?: string }): Promise<void>;
  /** Chooses an entry of the command palette by its words. */
  goBy(words: string, entry: Locator): Promise<void>;
}

/** Somebody without a mouse, who must see at every stop where the focus is. */
export function createKeyboardUser(page: Page): KeyboardUser {
  const { keyboard } = page;
  return {
    press: (key) => keyboard.press(key),
    type: (text) => keyboard.type(text),
    async reach(target, { within = 40, by = 'Tab' } = {}) {
      await target.waitFor({ state: 'attached' });
      const stops: string[] = [];
      while (!(await keepsFocus(target))) {
        if (stops.length === within) throw new Error(`Not reached with ${within} × ${by}: ${stops.join(' > ')}`);
        await keyboard.press(by);
        const { name, trouble } = await page.evaluate(describeFocus);
        stops.push(name);
        if (trouble !== undefined) throw new Error(`The focus ${trouble}: ${stops.join(' > ')}`);
      }
    },
    async goBy(words, entry) {
      await keyboard.press('ControlOrMeta+k');
      const palette = page.getByRole('dialog').getByPlaceholder('A page, an action');
      await palette.waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Search and commands');
      await keyboard.type(words);
      await entry.waitFor();
      for (let step = 0; step < 12 && (await entry.getAttribute('data-selected')) === null; step += 1) {
        await keyboard.press('ArrowDown');
      }
      await keyboard.press('Enter');
      await palette.waitFor({ state: 'detached' });
    },
  };
}

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** After a key, timers may move the focus once more: out of a date field, a dialogue puts it on the next control itself. */
async function keepsFocus(target: Locator): Promise<boolean> {
  if (!(await hasFocus(target))) return false;
  return target.evaluate(
    (element) =>
      new Promise<boolean>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve(element === document.activeElement)));
      }),
  );
}

/** Runs in the page: what has the focus, and why a person would not see that it has. */
function describeFocus(): { name: string; trouble?: string } {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return { name: 'nothing', trouble: 'is lost' };
  const label = focused.getAttribute('aria-label') ?? (focused as HTMLInputElement).labels?.[0]?.textContent;
  const name = `${focused.tagName.toLowerCase()} “${(label ?? focused.textContent).trim().slice(0, 32)}”`;
  const isDrawn = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width >= 4 && height >= 4 && getComputedStyle(element).opacity !== '0';
  };
  // Switches and segments are drawn by what stands beside the control itself.
  const shown = [focused, focused.nextElementSibling].find((element) => element !== null && isDrawn(element));
  if (shown === null || shown === undefined) return { name, trouble: 'is on something without a size' };

  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(shown);
  const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !outlineColor.endsWith(', 0)');
  if (!hasOutline && boxShadow === 'none') return { name, trouble: 'is not marked' };

  const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
  const seen = { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
  const cut = (frame: { left: number; right: number; top: number; bottom: number }): void => {
    seen.left = Math.max(seen.left, frame.left);
    seen.right = Math.min(seen.right, frame.right);
    seen.top = Math.max(seen.top, frame.top);
    seen.bottom = Math.min(seen.bottom, frame.bottom);
  };
  cut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (let around = shown.parentElement; around !== null; around = around.parentElement) {
    if (getComputedStyle(around).overflow !== 'visible') cut(around.getBoundingClientRect());
  }
  const [width, height] = [seen.right - seen.left, seen.bottom - seen.top];
  if (width < Math.min(box.width, 24) / 2 || height < Math.min(box.height, 24) / 2) {
    return { name, trouble: 'is out of sight' };
  }
  const middle = (seen.top + seen.bottom) / 2;
  for (const part of [0.1, 0.5, 0.9]) {
    const hit: Element | null = document.elementFromPoint(seen.left + width * part, middle);
    // A field has its icon and its buttons over it.
    const own: Element | null = shown.matches('input') ? shown.parentElement : shown;
    if (hit === null || !(own?.contains(hit) === true || hit.contains(shown))) {
      return { name, trouble: `is covered by ${hit?.outerHTML.slice(0, 120)}` };
    }
  }
  return { name };
}
