import { afterAll, describe, expect, test } from 'vitest';
import { actionRow, articleRow, monday9, status, ticketRow } from '../support/small-desk.ts';
import { openSearchDesk, userViewer } from './open-search-desk.ts';

const asset = {
  type_id: 1,
  site_id: 1,
  user_id: 1,
  status: 'In use',
  manufacturer: 'Lenovo',
  model: 'ThinkPad T14',
  serial_number: '',
  warranty_ends_at: null,
  notes: '',
  inactive: 0,
  created_at: monday9,
} as const;
const service = {
  category_id: 1,
  details: '',
  shown_to_users: 1,
  shown_to_agents: 1,
  request_type_id: null,
  request_template_id: null,
  incident_type_id: null,
  cost_minor: null,
  currency: null,
  delivery_days: null,
  inactive: 0,
} as const;

const desk = openSearchDesk({
  desk_ticket: [
    ticketRow(101, { summary: 'Printer on floor 3 jams', details: 'Paper jams in tray 2 every morning.' }),
    ticketRow(102, { summary: 'Outlook cannot connect', details: 'Delay when Outlook retrieves its configuration.' }),
    ticketRow(103, { summary: 'VPN drops', details: 'Since the update 104 the tunnel drops.', user_id: 2 }),
    ticketRow(104, { summary: 'Blue screen after update', details: 'The screen went blue, then a blue screen.' }),
    ticketRow(105, { summary: 'Screen is too blue', details: 'Colours are off.', status_id: status.closed }),
    ticketRow(106, { summary: 'Laptop request', details: 'For a new colleague.' }),
  ],
  desk_action: [
    actionRow(1, 106, 1, { note: 'The docking station was delivered to the wrong harbour.' }),
    actionRow(2, 106, 2, { note: 'Secretly a surprise: zanzibar.', private: 1 }),
  ],
  desk_article: [
    articleRow(1, {
      title: 'Reset your password',
      description: '# Steps\n\nOpen **Settings** and <b>choose</b> [Reset](x).',
    }),
    articleRow(2, { title: 'Reset a password for a user', audience: 'agents' }),
    articleRow(3, { title: 'Old password rules', inactive: 1 }),
    articleRow(4, { title: 'Wi-Fi in the lobby', description: 'The network is CorporateGuest.' }),
  ],
  desk_asset: [
    { ...asset, id: 1, tag: 'LAP-0042', serial_number: 'PF3XYZ1' },
    { ...asset, id: 2, tag: 'LAP-0043', notes: 'Replaces LAP-0042' },
    { ...asset, id: 3, tag: 'MON-0001', manufacturer: 'Dell', model: 'U2720', inactive: 1 },
  ],
  desk_asset_field: [{ id: 1, asset_id: 2, name: 'Operating system', value: 'Fedora' }],
  desk_service: [
    { ...service, id: 1, name: 'New laptop', summary: 'Order a laptop' },
    { ...service, id: 2, name: 'Server laptop lab', summary: 'For agents', shown_to_users: 0 },
    { ...service, id: 3, name: 'Laptop for guests', summary: 'For users', shown_to_agents: 0 },
  ],
});
afterAll(() => desk.close());

describe('identifiers', () => {
  test.each(['#104', '104', ' #104 ', 'ticket 104', 'what about #104?', '#0104'])(
    '%j finds the ticket first',
    (text) => {
      const [first] = desk.search('ticket', text).hits;
      expect(first).toMatchObject({ id: 104, score: 1, matched: ['104'] });
    },
  );

  test('a number that is also said in a text comes after the ticket of that number', () => {
    expect(desk.ids('ticket', '104')).toEqual([104, 103]);
  });

  test.each(['LAP-0042', 'lap-0042', 'pf3xyz1', 'who has LAP-0042?'])('%j finds the asset first', (text) => {
    expect(desk.search('asset', text).hits[0]).toMatchObject({ id: 1, score: 1 });
  });

  test('an e-mail address in capitals finds the user first', () => {
    expect(desk.search('user', 'ULF@north.example').hits[0]).toMatchObject({ id: 2, score: 1 });
  });

  test('an identifier out of reach is not found', () => {
    expect(desk.search('ticket', '#103', { viewer: userViewer })).toEqual({ total: 0, totalIsExact: true, hits: [] });
  });
});

describe('words', () => {
  test('not every word is required, and more of them rank higher', () => {
    expect(desk.ids('ticket', 'the printer keeps eating paper in the outlook room')[0]).toBe(101);
    expect(desk.ids('ticket', 'printer outlook connect')).toEqual([102, 101]);
  });

  test('other forms of a word match', () => {
    expect(desk.ids('ticket', 'printers jamming')).toEqual([101]);
  });

  test('a misspelt word finds what was meant, and says so', () => {
    const [hit] = desk.search('ticket', 'Otulook confiugration').hits;
    expect(hit).toMatchObject({ id: 102, matched: ['outlook', 'configuration'] });
  });

  test.each(['confi', 'configurat', 'configuratio'])('the beginning %j of a last word matches', (text) => {
    expect(desk.ids('ticket', text)).toEqual([102]);
  });

  test('only the last word is taken for a beginning', () => {
    expect(desk.ids('ticket', 'confi zzz')).toEqual([]);
  });

  test('stop words alone are still looked for', () => {
    expect(desk.ids('ticket', 'too')).toEqual([105]);
  });

  test('a phrase in quotes leaves out what has only its words, unless nothing has it', () => {
    expect(desk.ids('ticket', '"blue screen"')).toEqual([104]);
    expect(desk.ids('ticket', 'blue screen')).toEqual([104, 105]);
    expect(desk.ids('ticket', '"screen blue update"')).toEqual([104, 105, 103]);
  });

  test('the conversation is searched and quoted', () => {
    const [hit] = desk.search('ticket', 'docking station').hits;
    expect(hit).toMatchObject({ id: 106, matched: ['docking', 'station'] });
    expect(hit?.snippet).toContain('docking station was delivered');
  });

  test('joined words match however they are joined', () => {
    expect(desk.ids('article', 'wi-fi')).toEqual([4]);
    expect(desk.ids('article', 'wi fi')).toEqual([4]);
    expect(desk.ids('article', 'wifi')).toEqual([4]);
    expect(desk.ids('article', 'corporate guest')).toEqual([4]);
  });

  test('a snippet is plain text', () => {
    expect(desk.search('article', 'settings').hits[0]?.snippet).toBe('Steps Open Settings and choose Reset.');
  });

  test('accents and case make no difference', () => {
    expect(desk.ids('ticket', 'PRÍNTER')).toEqual([101]);
  });
});

describe('who sees what', () => {
  test('closed tickets are left out on request', () => {
    expect(desk.ids('ticket', 'screen', { openOnly: true })).toEqual([104]);
  });

  test('users find no inactive or agents-only article, agents inactive ones only on request', () => {
    expect(desk.ids('article', 'password', { viewer: userViewer, includeInactive: true })).toEqual([1]);
    expect(desk.search('article', 'password', { viewer: userViewer }).total).toBe(1);
    expect(new Set(desk.ids('article', 'password'))).toEqual(new Set([1, 2]));
    expect(new Set(desk.ids('article', 'password', { includeInactive: true }))).toEqual(new Set([1, 2, 3]));
  });

  test('services are found by those they are shown to', () => {
    expect(new Set(desk.ids('service', 'laptop'))).toEqual(new Set([1, 2]));
    expect(new Set(desk.ids('service', 'laptop', { viewer: userViewer }))).toEqual(new Set([1, 3]));
  });

  test.each(['user', 'asset', 'client', 'site'] as const)('users find no %s', (kind) => {
    for (const text of ['', 'north', 'LAP-0042', 'Northwind']) {
      expect(desk.search(kind, text, { viewer: userViewer }).total).toBe(0);
    }
  });
});

describe('other records', () => {
  test('an asset is found by its owner, place, model and fields', () => {
    expect(desk.ids('asset', 'fedora')).toEqual([2]);
    expect(desk.ids('asset', 'thinkpad uma')).toEqual([1, 2]);
    expect(desk.ids('asset', 'u2720')).toEqual([]);
    expect(desk.ids('asset', 'u2720', { includeInactive: true })).toEqual([3]);
  });

  test('users, clients and sites are found by name and by where they belong', () => {
    expect(desk.ids('user', 'cleo')).toEqual([4]);
    expect(desk.ids('user', 'southwind')).toEqual([5]);
    expect(desk.ids('client', 'gold')).toEqual([1]);
    expect(desk.ids('site', 'southwind')).toEqual([3]);
    expect(desk.search('client', 'northwind').hits[0]).toMatchObject({ id: 1, score: 1 });
  });

  test.each(['', '   ', '?!', '*', '""', '🔥'])('%j lists the records in their own order', (text) => {
    expect(desk.ids('asset', text)).toEqual([1, 2]);
    expect(desk.ids('ticket', text)).toEqual([106, 105, 104, 103, 102, 101]);
    expect(desk.search('ticket', text, { limit: 2, offset: 5 })).toMatchObject({
      total: 6,
      hits: [{ id: 101, score: 0 }],
    });
  });

  test('pages add up to the whole', () => {
    const whole = desk.ids('ticket', 'screen update outlook printer');
    const pages = whole.flatMap((_, offset) =>
      desk.ids('ticket', 'screen update outlook printer', { offset, limit: 1 }),
    );
    expect(pages).toEqual(whole);
    expect(desk.search('ticket', 'screen update outlook printer').total).toBe(whole.length);
  });
});
