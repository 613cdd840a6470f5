import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lookAround } from '../support/look-around.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { settlePage } from '../support/settle-page.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp({ args: ['--enable'] });
  app.page.setDefaultTimeout(8_000);
}, 60_000);
afterAll(() => app.close());

vi.setConfig({ testTimeout: 60_000 });

const heading = (name: string | RegExp) => app.page.getByRole('heading', { level: 1, name });
const main = () => app.page.locator('#content');

async function call(tool: string, input: object): Promise<Record<string, unknown>> {
  const { code, json } = await app.served.cli('call', tool, JSON.stringify(input), '--json');
  expect(code).toBe(0);
  return json as Record<string, unknown>;
}

async function countCalls(): Promise<number> {
  const { json } = await app.served.cli('activity', '--json', '--limit', '100');
  return (json as readonly unknown[]).length;
}

test('from the mark of what AI made to the call that made it, on to the record, and from a field to its call', async () => {
  const { page } = app;
  const seen = await call('get_one_ticket', { ticket_id: 2990 });
  const { id } = await call('create_ticket', {
    summary: 'Toner for the third floor',
    description: 'The printer asks for toner.',
    user_email: seen['user_email'],
  });

  await app.go('/tickets?mark=ai');
  const row = page.getByRole('row', { name: /Toner for the third floor/ });
  const mark = row.getByRole('link', { name: /^Made by AI: open call \d+$/ });
  expect(await mark.getAttribute('title')).toMatch(/^Made by AI through “Default endpoint”\. Open call \d+\.$/);
  await lookAround(page);
  await mark.click();
  await heading(/^Call \d+: create_ticket$/).waitFor();
  await settlePage(page);
  await main()
    .getByRole('heading', { name: /^Added history entry \d+ of ticket/ })
    .waitFor();
  await main()
    .getByRole('heading', { name: `Added ticket ${String(id)}`, exact: true })
    .getByRole('link')
    .click();
  await heading(`${String(id)} Toner for the third floor`).waitFor();
  // The ticket and its first entry, and no field: it was created with them.
  await expect
    .poll(() =>
      main()
        .getByRole('link', { name: /^Made by AI: open call/ })
        .count(),
    )
    .toBe(2);
  expect(
    await main()
      .getByRole('link', { name: /set by AI/ })
      .count(),
  ).toBe(0);

  await call('assign_to_me', { ticket_id: id });
  const field = main().getByRole('link', { name: /^Agent set by AI: open call \d+$/ });
  await field.waitFor();
  await lookAround(page);
  await field.click();
  await heading(/^Call \d+: assign_to_me$/).waitFor();
  expect(app.troubles).toEqual([]);
});

test('a call is previewed before it is run and again from Activity, and nothing but a run is listed there', async () => {
  const { page } = app;
  const before = await countCalls();
  await app.go('/mcp-endpoint?tool=add_note_to_ticket');
  const panel = page.getByRole('complementary', { name: 'Tool add_note_to_ticket' });
  await panel.getByRole('textbox', { name: /ticket_id/ }).fill('2988');
  await panel.getByRole('textbox', { name: /note/ }).fill('Looked at in advance.');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  const preview = panel.getByRole('region', { name: 'Preview of the call' });
  await preview.getByRole('heading', { name: 'Would add a new history entry of ticket 2988' }).waitFor();
  await preview.getByRole('heading', { name: 'Would change ticket 2988' }).waitFor();
  await lookAround(page);
  expect(await countCalls()).toBe(before);

  await panel.getByRole('textbox', { name: /ticket_id/ }).fill('99999999');
  await panel.getByRole('button', { name: 'Preview' }).click();
  await preview.getByText('The call would fail and change nothing.').waitFor();

  await panel.getByRole('textbox', { name: /ticket_id/ }).fill('2988');
  await panel.getByRole('button', { name: 'Run' }).click();
  const report = panel.getByRole('region', { name: 'Result of the call' });
  await report.getByRole('link', { name: /^Call \d+ in Activity$/ }).click();
  await heading(/^Call \d+: add_note_to_ticket$/).waitFor();
  expect(await countCalls()).toBe(before + 1);

  await page.getByRole('button', { name: 'Preview again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Preview of add_note_to_ticket' });
  await dialog.getByRole('heading', { name: 'Would add a new history entry of ticket 2988' }).waitFor();
  await lookAround(page);
  expect(await countCalls()).toBe(before + 1);
  const first = page.url();
  await dialog.getByRole('button', { name: 'Run again' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.url()).not.toBe(first);
  await heading(/^Call \d+: add_note_to_ticket$/).waitFor();
  expect(await countCalls()).toBe(before + 2);
  expect(app.troubles).toEqual([]);
});
