import type { OpenApp } from '../support/open-app.ts';

/**
 * Holds the conversations that the pages of the playground are looked at with: 1 found something, 2 waits for an approval,
 * 3 and 4 are side by side.
 */
export async function holdConversations({ page, go }: Pick<OpenApp, 'page' | 'go'>): Promise<void> {
  const begin = async (): Promise<void> => {
    await go('/playground');
    await page.getByRole('heading', { level: 1, name: 'Playground' }).waitFor();
  };
  const ask = async (text: string): Promise<void> => {
    const message = page.getByRole('textbox', { name: 'Message', exact: true });
    await message.fill(text);
    await message.press('Enter');
  };
  const answered = page.getByRole('button', { name: 'Retry' });

  await begin();
  await ask('Find open tickets about the printer.');
  await answered.waitFor();
  await page.getByRole('button', { name: /search_tickets/ }).click();

  await begin();
  await ask('Add a note to ticket 2988 saying that the vendor was called.');
  await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();

  await begin();
  await page.getByRole('button', { name: 'Compare with another set-up' }).click();
  await ask('Who am I?');
  await answered.nth(1).waitFor();
  await begin();
  await page.getByRole('button', { name: 'Remove set-up' }).click();
}
