import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { realClients } from '../support/real-clients.ts';

const connect = realClients['the SDK v2 client in the 2026-07-28 era'];
const ticket = 2990;

export interface Scene {
  readonly page: Page;
  /** Follows a link of the app to this path. */
  go(path: string): Promise<void>;
  /** Called at the moments that the user guide has pictures of. */
  picture?(name: string): Promise<void>;
}

/**
 * What somebody does in the first minutes with a new desk, by hand and with a real MCP client: enable, make a key,
 * connect, call, take a tool away, look at what happened, edit a ticket and look at who did.
 */
export async function spendFirstFiveMinutes({ page, go, picture = async () => undefined }: Scene): Promise<void> {
  if (connect === undefined) throw new Error('The client is gone from the register.');
  await go('/');
  await page.getByRole('heading', { name: 'First steps' }).waitFor();
  await picture('home-first-steps');
  await page.getByRole('main').getByRole('button', { name: 'Turn on' }).first().click();
  await page.getByText('Endpoint is on').waitFor();

  await page.getByRole('link', { name: 'Make an application with a key' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('First client');
  await picture('new-application');
  await page.getByRole('button', { name: 'Make application and key' }).click();
  const dialog = page.getByRole('dialog', { name: /The key of First client/ });
  const key = (await dialog.locator('code').first().textContent()) ?? '';
  await picture('key-shown-once');
  await dialog.getByRole('checkbox', { name: 'I have stored the key' }).check();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await go('/mcp-endpoint');
  const url = page.locator('#switch code').first();
  await url.waitFor();
  const client = await connect((await url.textContent()) ?? '', key);
  try {
    expect(await client.listTools()).toContain('get_user_info');
    expect(await client.call('get_user_info', {})).toMatchObject({ kind: 'agent' });
    await page.getByText('contract-test').first().waitFor();
    await picture('mcp-endpoint');

    const heard = client.nextListChange?.();
    // By key: what can be clicked is drawn over the control itself.
    await page.getByRole('switch', { name: 'Offer Get User Info' }).press(' ');
    await page.getByRole('alertdialog', { name: 'Confirm the change' }).waitFor();
    await picture('tool-switched-off');
    const acted = performance.now();
    await page.getByRole('button', { name: 'Turn off', exact: true }).click();
    await heard;
    expect(performance.now() - acted).toBeLessThan(1000);
    expect(await client.listTools()).not.toContain('get_user_info');
    await expect(client.call('get_user_info', {})).rejects.toThrow(/get_user_info/);
  } finally {
    await client.close();
  }

  await go('/activity');
  const calls = page.getByRole('grid', { name: 'Calls' });
  const refused = calls.getByRole('row').filter({ hasText: 'get_user_info' }).filter({ hasNotText: 'OK' });
  const answered = calls.getByRole('row').filter({ hasText: 'get_user_info' }).filter({ hasText: 'OK' });
  await refused.first().waitFor();
  expect([await answered.count(), await refused.count()]).toEqual([1, 1]);
  await answered.first().click();
  await page.getByRole('complementary').getByText('get_user_info').first().waitFor();
  await picture('activity');

  await go(`/tickets/${ticket}?tab=edit`);
  await page.getByRole('textbox', { name: 'Summary' }).fill('Badge for a visitor');
  await picture('ticket-edit');
  await page.getByRole('textbox', { name: 'Summary' }).press('ControlOrMeta+s');
  await page.getByText('Saved.').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Badge for a visitor' }).waitFor();
  await page.getByRole('tab', { name: 'Changes' }).click();
  const trace = page.getByRole('listitem').filter({ hasText: 'Summary' }).first();
  await trace.getByText('Badge for a visitor').waitFor();
  await trace.getByText('Philippa Quill').waitFor();
  await picture('ticket-changes');
}
