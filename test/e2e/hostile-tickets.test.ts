import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose } from '../../src-main/compose.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { openApp, type OpenApp } from '../support/open-app.ts';
import { quietLog } from '../support/quiet-log.ts';
import { makeFolder } from '../support/start-workbench.ts';

const markup = `<img src=x onerror="document.title='stolen'"><script>document.title='stolen'</script>`;
const hostile = [
  markup,
  '[click me](javascript:alert(1)) ![x](https://collect.example/pixel.png)',
  '\u001b[2J\u001b[31mred\u001b[0m',
  '\u202Etxet desrever\u202C and \u2066isolated\u2069',
  'W'.repeat(400),
].join('\n');
const id = 2990;

let app: OpenApp;
const requests: string[] = [];

beforeAll(async () => {
  const folder = makeFolder();
  const core = compose({ folder, newDesk: 'demo' }, createSystemPorts(quietLog));
  const body = `${hostile}\n${'long '.repeat(200_000)}`;
  core.database.inChangeSet({ kind: 'import', actor: 'test', label: 'hostile' }, () => {
    const { connection } = core.database;
    connection.prepare('UPDATE desk_ticket SET summary = ?, details = ? WHERE id = ?').run(markup, body, id);
    connection.prepare('UPDATE desk_action SET note = ?, actor = ? WHERE ticket_id = ?').run(hostile, markup, id);
    connection
      .prepare('UPDATE desk_user SET name = ? WHERE id = (SELECT user_id FROM desk_ticket WHERE id = ?)')
      .run(markup, id);
  });
  await core.close();
  app = await openApp({ folder, args: ['--enable'] });
  app.page.on('request', (request) => requests.push(request.url()));
}, 60_000);

afterAll(() => app.close());

/** The page itself never scrolls sideways, whatever stands in it. */
async function expectWithinThePage(): Promise<void> {
  const overflow = await app.page.evaluate(() => {
    const content = document.getElementById('content');
    return content === null ? -1 : content.scrollWidth - content.clientWidth;
  });
  expect(overflow).toBe(0);
}

test('what a hostile ticket holds is shown as text, loads nothing, runs nothing and stays in its box', async () => {
  for (const path of [
    '/tickets',
    `/tickets?open=${id}`,
    `/tickets/${id}`,
    `/tickets/${id}?tab=edit`,
    `/tickets/${id}?tab=changes`,
    '/users',
  ]) {
    await app.go(path);
    await app.page.getByText('<img src=x', { exact: false }).first().waitFor();
    await expectWithinThePage();
  }
  await app.go(`/tickets/${id}`);
  await app.page.getByRole('button', { name: /^Show all [\d,]+ characters$/ }).click();
  await expectWithinThePage();
  expect(await app.page.title()).not.toBe('stolen');
  expect(await app.page.locator('main img, main iframe, main script, main a[href^="javascript"]').count()).toBe(0);
  expect(requests.filter((url) => !url.startsWith(app.served.ui?.url ?? 'none'))).toEqual([]);
  expect(app.troubles).toEqual([]);
}, 60_000);

test("every hostile ticket of the demo desk is read without the page's doing anything", async () => {
  await app.go('/tickets?show=all&search=canary');
  await app.page.getByRole('grid', { name: 'Tickets' }).getByRole('row').nth(1).waitFor();
  for (const id of [2988, 2997]) {
    await app.go(`/tickets/${id}`);
    await app.page.getByRole('tab', { name: 'Conversation' }).waitFor();
    await expectWithinThePage();
  }
  expect(app.troubles).toEqual([]);
});
