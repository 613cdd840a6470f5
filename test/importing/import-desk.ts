import type { ImportDetails } from '../../src-shared/api/imports.ts';
import type { ImportPlan } from '../../src-shared/domain/import-plan.ts';
import type { CoreConfig } from '../../src-main/compose.ts';
import { checksumDesk } from '../support/desk-checksum.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

export interface ImportDesk extends OpenAdmin {
  upload(name: string, content: string | Uint8Array): Promise<string>;
  /** Uploads, guesses, changes the guess as told, imports and waits for the end. */
  bring(
    name: string,
    content: string,
    change?: (plan: ImportPlan) => ImportPlan,
    dryRun?: boolean,
  ): Promise<ImportDetails>;
  ended(id: number): Promise<ImportDetails>;
  checksum(): string;
  count(sql: string): number;
}

/** A desk behind its admin door, with what tests of imports do over and over. */
export async function openImportDesk(config: Partial<CoreConfig> = { newDesk: 'empty' }): Promise<ImportDesk> {
  const admin = await openAdmin(config);
  const { core } = admin.served;
  const { imports } = admin.client;

  const upload = async (name: string, content: string | Uint8Array): Promise<string> => {
    const url = `http://workbench/import-files?${new URLSearchParams({ name }).toString()}`;
    const answer = await admin.fetch(new Request(url, { method: 'PUT', body: content as BodyInit }));
    return ((await answer.json()) as { file: string }).file;
  };
  const ended = async (id: number): Promise<ImportDetails> => {
    await core.imports.settled();
    return imports.get({ id });
  };
  return {
    ...admin,
    upload,
    ended,
    async bring(name, content, change = (plan) => plan, dryRun = false) {
      const file = await upload(name, content);
      const { plan } = await imports.inspect({ file });
      const { id } = await imports.start({ file, plan: change(plan), dryRun });
      return ended(id);
    },
    checksum: () => checksumDesk(core.database.connection),
    count: (sql) => Number(core.database.connection.prepare(sql).pluck().get()),
  };
}

export const people = lines([
  { id: 'p1', name: 'Ada Agent', email: 'ada@example.com', reported: 0, owned: 9, comments: 40 },
  { id: 'p2', name: 'Rob Reporter', email: 'rob@example.com', reported: 3, owned: 0, comments: 2 },
  { id: 'p3', name: 'Nina Nomail', email: '', reported: 1, owned: 0, comments: 29 },
]);

const ticket = {
  ...{ project: 'core', status: 'closed', type: 'bug', resolution: 'fixed', opened: '2010-01-01T10:00:00Z' },
  ...{
    closed: '2010-01-03T10:00:00Z',
    modified: null,
    reporter: 'p2',
    owner: 'p1',
    priority: 'major',
    milestone: '1.4',
  },
  ...{ component: 'ajax', version: '1.3', keywords: '', blocked_by: '', blocking: '', attachments: [] },
};

export const trackerTickets = [
  {
    ...{ id: 'core-1', number: 1, summary: 'Requests fail', description: 'Every request fails.', ...ticket },
    events: [
      { at: '2010-01-01T11:00:00Z', by: 'p1', changes: [['owner', '', 'p1']], comment: '' },
      { at: '2010-01-01T12:00:00Z', by: 'p1', changes: [['milestone', '', '1.4']], comment: 'Can you show the page?' },
      { at: '2010-01-02T12:00:00Z', by: 'p2', changes: [], comment: 'Here it is.\n\n```\ncode\n```' },
      {
        at: '2010-01-03T10:00:00Z',
        by: 'p1',
        changes: [
          ['status', 'new', 'closed'],
          ['resolution', '', 'fixed'],
        ],
        comment: 'Fixed.',
      },
    ],
  },
  {
    ...{
      id: 'core-2',
      number: 2,
      summary: 'Ajax is broken',
      description: 'Same here.',
      ...ticket,
      resolution: 'duplicate',
    },
    events: [
      { at: '2010-01-03T10:00:00Z', by: null, changes: [['status', 'new', 'closed']], comment: 'Duplicate of #1.' },
    ],
    duplicate_of: 'core-1',
  },
  {
    ...{
      id: 'core-3',
      number: 3,
      summary: 'Feature',
      description: 'Please.',
      ...ticket,
      status: 'open',
      closed: null,
      reporter: 'p1',
    },
    events: [],
  },
];

export function lines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
