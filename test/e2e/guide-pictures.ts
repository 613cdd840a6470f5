import type { Page } from 'playwright-core';

export interface GuidePage {
  readonly name: string;
  readonly path: string;
  /** What to do there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The moments of the first five minutes that the user guide has pictures of, in their order. */
export const guideMoments: readonly string[] = [
  'home-first-steps',
  'new-application',
  'key-shown-once',
  'mcp-endpoint',
  'tool-switched-off',
  'activity',
  'ticket-edit',
  'ticket-changes',
];

/** The ticket to which a tool added a note before the pages are shown. */
export const notedTicket = 2986;

/** Pages that the guide shows as they are after the first five minutes. */
export const guidePages: readonly GuidePage[] = [
  { name: 'home', path: '/' },
  { name: 'connect-a-client', path: '/mcp-endpoint#connect' },
  { name: 'tools', path: '/mcp-endpoint#tools' },
  { name: 'behaviour', path: '/mcp-endpoint#behaviour' },
  {
    name: 'try-it',
    path: '/mcp-endpoint?tool=get_one_ticket#tools',
    act: async (page) => {
      const panel = page.getByRole('complementary');
      await panel.getByRole('textbox', { name: /ticket_id/ }).fill(String(notedTicket));
      await panel.getByRole('button', { name: 'Run' }).click();
      await panel.getByRole('heading', { name: 'Result' }).waitFor();
    },
  },
  {
    name: 'call-preview',
    path: '/mcp-endpoint?tool=assign_to_me#tools',
    act: async (page) => {
      const panel = page.getByRole('complementary');
      await panel.getByRole('textbox', { name: /ticket_id/ }).fill(String(notedTicket));
      await panel.getByRole('button', { name: 'Preview' }).click();
      await panel.getByRole('heading', { name: 'What it would answer' }).waitFor();
      await panel.getByRole('heading', { name: 'Preview' }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  { name: 'application', path: '/applications', act: (page) => openRow(page, 'First client') },
  { name: 'call-that-changed', path: '/activity?wrote=yes', act: (page) => openRow(page, 'add_note_to_ticket') },
  { name: 'tickets', path: `/tickets?open=${notedTicket}` },
  { name: 'ticket-ai-trace', path: `/tickets/${notedTicket}?tab=changes` },
  { name: 'time', path: '/time' },
  { name: 'workflow', path: '/workflows/3' },
  {
    name: 'synonyms',
    path: '/synonyms?open=new',
    act: async (page) => {
      const groups = ['payslip, pay stub', 'MFA, two-factor, authenticator', 'VPN, remote access'];
      for (const group of [...groups, 'laptop, notebook, portable computer']) {
        await page.getByRole('textbox', { name: 'Words that mean the same' }).fill(group);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('ControlOrMeta+s');
      await page.getByText('Saved.').waitFor();
      await page.getByTitle('VPN, remote access').click();
      await page.getByRole('complementary', { name: 'Group VPN, remote access' }).waitFor();
    },
  },
  {
    name: 'new-collection',
    path: '/collections?new=collection',
    act: async (page) => page.getByRole('textbox', { name: 'Name' }).fill('First line'),
  },
  {
    name: 'collection-functions',
    path: '/collections?new=collection',
    act: async (page) => {
      await page.getByRole('button', { name: 'Make the collection' }).click();
      await page.getByRole('switch', { name: 'Enabled' }).click({ force: true });
      await page.keyboard.press('ControlOrMeta+s');
      await page.getByText('Saved.', { exact: true }).waitFor();
      await page.getByRole('textbox', { name: 'Search functions' }).fill('search');
      await page.getByText('9 functions', { exact: true }).waitFor();
      await page.getByRole('button', { name: /^Turn on \d+ shown/ }).click();
      await page.getByRole('group', { name: 'Unsaved changes' }).getByText('When saved').waitFor();
      await page.locator('#functions').evaluate((section) => section.scrollIntoView());
    },
  },
  {
    name: 'collection-version',
    path: '/collections',
    act: async (page) => {
      await openRow(page, 'First line');
      await page.getByRole('complementary').getByRole('link', { name: 'Edit' }).click();
      await page.getByRole('group', { name: 'Unsaved changes' }).waitFor();
      await page.keyboard.press('ControlOrMeta+s');
      await page.getByText('Saved.', { exact: true }).waitFor();
      const versions = page.getByRole('grid', { name: 'Versions' }).getByRole('row');
      await versions.filter({ hasText: 'Tools +' }).waitFor();
      await versions.filter({ hasText: 'Enabled' }).click();
      await page.getByRole('complementary').getByText('Removed:').waitFor();
    },
  },
  {
    name: 'collections',
    path: '/collections',
    act: async (page) => {
      await openRow(page, 'First line');
      await page.getByRole('button', { name: 'Clone as read-only' }).click();
      await page.getByRole('complementary', { name: 'Collection First line (read-only)' }).waitFor();
    },
  },
  {
    // After the pictures of tickets and of Activity, since it logs a ticket.
    name: 'run-it-here',
    path: '/mcp-endpoint#connect',
    act: async (page) => {
      // It was switched off, and whoever logs a ticket for themselves is found with it.
      await page.getByRole('switch', { name: 'Offer Get User Info' }).press(' ');
      await page.locator('[aria-label="Offer Get User Info"]:checked').waitFor();
      await page.getByRole('button', { name: 'Run it here' }).click();
      await page
        .getByRole('status')
        .filter({ hasText: /^Answered/ })
        .waitFor();
      await page.getByRole('heading', { name: 'Run it here' }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'playground',
    path: '/playground',
    act: async (page) => {
      const message = page.getByRole('textbox', { name: 'Message', exact: true });
      await message.fill(`Add a note to ticket ${notedTicket} saying that a new cable is on its way.`);
      await message.press('Enter');
      await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
      await page.getByText('Waits', { exact: true }).waitFor();
    },
  },
  {
    name: 'ai-ability',
    path: '/tickets/2988',
    act: async (page) => {
      await page.getByRole('button', { name: 'AI', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Summarise ticket' }).click();
      const dialog = page.getByRole('dialog', { name: 'Summarise ticket' });
      await dialog.getByRole('button', { name: 'Run' }).click();
      await dialog.getByRole('region', { name: 'What it answered' }).waitFor();
    },
  },
  { name: 'new-connection', path: '/connections?new=connection' },
  {
    name: 'connection',
    path: '/connections',
    act: async (page) => {
      await openRow(page, 'Offline model');
      await page.getByRole('button', { name: 'Test connection' }).click();
      await page.getByText('offline answered.').waitFor();
    },
  },
  { name: 'data', path: '/data' },
  { name: 'settings', path: '/settings' },
  {
    name: 'command-palette',
    path: '/settings',
    act: async (page) => {
      await page.keyboard.press('ControlOrMeta+k');
      const search = page.getByRole('dialog').locator('input');
      await search.fill(String(notedTicket));
      await page
        .getByRole('dialog')
        .getByRole('button', { name: String(notedTicket) })
        .waitFor();
    },
  },
  {
    name: 'shortcuts',
    path: '/',
    act: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    },
  },
  {
    // Last, because nothing is to be seen after it.
    name: 'sign-in',
    path: '/settings',
    act: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in with a link' }).waitFor();
    },
  },
];

export const guidePictures: readonly string[] = [...guideMoments, ...guidePages.map(({ name }) => name)];

async function openRow(page: Page, text: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: text }).first().click();
  await page.getByRole('complementary').getByText(text).first().waitFor();
}
