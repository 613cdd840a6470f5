import type { Migration } from './migration.ts';

/**
 * The full-text index, kept by triggers so that every write path keeps it right. The tables hold no text of their own
 * (contentless): words and places only, under the record's id. A row of a note's table has the ticket's id and the
 * number of the action in one key, so that matches are grouped by ticket without reading the action.
 */
const tokenizer = `content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'"`;

const tables = `
CREATE VIRTUAL TABLE find_ticket USING fts5(summary, details, ${tokenizer});
CREATE VIRTUAL TABLE find_note_public USING fts5(note, ${tokenizer});
CREATE VIRTUAL TABLE find_note_private USING fts5(note, ${tokenizer});
CREATE VIRTUAL TABLE find_article USING fts5(title, tags, description, resolution, ${tokenizer});
CREATE VIRTUAL TABLE find_user USING fts5(name, email, phone, work, place, ${tokenizer});
CREATE VIRTUAL TABLE find_asset USING fts5(tag, kind, make, serial, owner, place, fields, notes, ${tokenizer});
CREATE VIRTUAL TABLE find_service USING fts5(name, category, summary, details, ${tokenizer});
CREATE VIRTUAL TABLE find_client USING fts5(name, notes, ${tokenizer});
CREATE VIRTUAL TABLE find_site USING fts5(name, client, address, phone, ${tokenizer});

CREATE VIRTUAL TABLE find_ticket_words USING fts5vocab(find_ticket, row);
CREATE VIRTUAL TABLE find_note_public_words USING fts5vocab(find_note_public, row);
CREATE VIRTUAL TABLE find_note_private_words USING fts5vocab(find_note_private, row);
CREATE VIRTUAL TABLE find_article_words USING fts5vocab(find_article, row);
CREATE VIRTUAL TABLE find_user_words USING fts5vocab(find_user, row);
CREATE VIRTUAL TABLE find_asset_words USING fts5vocab(find_asset, row);
CREATE VIRTUAL TABLE find_service_words USING fts5vocab(find_service, row);
CREATE VIRTUAL TABLE find_client_words USING fts5vocab(find_client, row);
CREATE VIRTUAL TABLE find_site_words USING fts5vocab(find_site, row);

CREATE INDEX find_asset_serial ON desk_asset (serial_number COLLATE NOCASE) WHERE serial_number <> '';
CREATE INDEX find_asset_type ON desk_asset (type_id);
CREATE INDEX find_service_category ON desk_service (category_id);
-- The few records that a search must leave out, so that they are known without looking at every match.
CREATE INDEX find_article_hidden ON desk_article (inactive, audience) WHERE inactive = 1 OR audience = 'agents';
CREATE INDEX find_service_hidden ON desk_service (inactive) WHERE inactive = 1 OR shown_to_users = 0 OR shown_to_agents = 0;
CREATE INDEX find_user_hidden ON desk_user (inactive) WHERE inactive = 1;
CREATE INDEX find_asset_hidden ON desk_asset (inactive) WHERE inactive = 1;
CREATE INDEX find_ticket_recent ON desk_ticket (last_action_at);
`;

/** What a record's row of the index says, by the id of the record. */
const views = `
CREATE VIEW find_user_text AS
  SELECT u.id, u.name, u.email, u.phone, u.job_title || ' ' || u.department AS work, s.name || ' ' || c.name AS place,
    u.site_id, s.client_id
  FROM desk_user u JOIN desk_site s ON s.id = u.site_id JOIN desk_client c ON c.id = s.client_id;

CREATE VIEW find_asset_text AS
  SELECT a.id, a.tag, t.name || ' ' || a.status AS kind, a.manufacturer || ' ' || a.model AS make,
    a.serial_number AS serial, coalesce(u.name || ' ' || u.email, '') AS owner, s.name || ' ' || c.name AS place,
    coalesce((SELECT group_concat(f.name || ' ' || f.value, ' ') FROM desk_asset_field f WHERE f.asset_id = a.id), '')
      AS fields,
    a.notes, a.type_id, a.user_id, a.site_id, s.client_id
  FROM desk_asset a JOIN desk_asset_type t ON t.id = a.type_id
    JOIN desk_site s ON s.id = a.site_id JOIN desk_client c ON c.id = s.client_id
    LEFT JOIN desk_user u ON u.id = a.user_id;

CREATE VIEW find_service_text AS
  SELECT s.id, s.name, k.name AS category, s.summary, s.details, s.category_id
  FROM desk_service s JOIN desk_service_category k ON k.id = s.category_id;

CREATE VIEW find_site_text AS
  SELECT s.id, s.name, c.name AS client, s.address, s.phone, s.client_id
  FROM desk_site s JOIN desk_client c ON c.id = s.client_id;
`;

/** Index tables whose row says what one desk row says. */
const plain = [
  { index: 'find_ticket', desk: 'desk_ticket', columns: ['summary', 'details'] },
  { index: 'find_article', desk: 'desk_article', columns: ['title', 'tags', 'description', 'resolution'] },
  { index: 'find_client', desk: 'desk_client', columns: ['name', 'notes'] },
];

/** Index tables that also say what neighbouring rows say; `written` are the own columns that matter to them. */
const joined = [
  {
    index: 'find_user',
    desk: 'desk_user',
    columns: ['name', 'email', 'phone', 'work', 'place'],
    written: ['name', 'email', 'phone', 'job_title', 'department', 'site_id'],
  },
  {
    index: 'find_asset',
    desk: 'desk_asset',
    columns: ['tag', 'kind', 'make', 'serial', 'owner', 'place', 'fields', 'notes'],
    written: ['tag', 'type_id', 'status', 'manufacturer', 'model', 'serial_number', 'user_id', 'site_id', 'notes'],
  },
  {
    index: 'find_service',
    desk: 'desk_service',
    columns: ['name', 'category', 'summary', 'details'],
    written: ['name', 'category_id', 'summary', 'details'],
  },
  {
    index: 'find_site',
    desk: 'desk_site',
    columns: ['name', 'client', 'address', 'phone'],
    written: ['name', 'client_id', 'address', 'phone'],
  },
];

/** Neighbours whose changes reach other records' rows: which column of the view names the neighbour. */
const neighbours = [
  {
    desk: 'desk_client',
    written: ['name'],
    reaches: [
      ['find_user', 'client_id'],
      ['find_asset', 'client_id'],
      ['find_site', 'client_id'],
    ],
  },
  {
    desk: 'desk_site',
    written: ['name', 'client_id'],
    reaches: [
      ['find_user', 'site_id'],
      ['find_asset', 'site_id'],
    ],
  },
  { desk: 'desk_user', written: ['name', 'email'], reaches: [['find_asset', 'user_id']] },
  { desk: 'desk_asset_type', written: ['name'], reaches: [['find_asset', 'type_id']] },
  { desk: 'desk_service_category', written: ['name'], reaches: [['find_service', 'category_id']] },
] as const;

const changed = (columns: readonly string[]): string =>
  columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');

function plainTriggers({ index, desk, columns }: (typeof plain)[number]): string {
  const names = columns.join(', ');
  const values = columns.map((column) => `NEW.${column}`).join(', ');
  const forget = `DELETE FROM ${index} WHERE rowid = OLD.id;`;
  const learn = `INSERT INTO ${index} (rowid, ${names}) VALUES (NEW.id, ${values});`;
  return `
    CREATE TRIGGER ${index}_insert AFTER INSERT ON ${desk} BEGIN ${learn} END;
    CREATE TRIGGER ${index}_delete AFTER DELETE ON ${desk} BEGIN ${forget} END;
    CREATE TRIGGER ${index}_update AFTER UPDATE OF id, ${names} ON ${desk}
      WHEN ${changed(['id', ...columns])} BEGIN ${forget} ${learn} END;
    INSERT INTO ${index} (rowid, ${names}) SELECT id, ${names} FROM ${desk};`;
}

function joinedTriggers({ index, desk, columns, written }: (typeof joined)[number]): string {
  const names = columns.join(', ');
  const learn = `INSERT INTO ${index} (rowid, ${names}) SELECT id, ${names} FROM ${index}_text`;
  const forget = `DELETE FROM ${index} WHERE rowid = OLD.id;`;
  return `
    CREATE TRIGGER ${index}_insert AFTER INSERT ON ${desk} BEGIN ${learn} WHERE id = NEW.id; END;
    CREATE TRIGGER ${index}_delete AFTER DELETE ON ${desk} BEGIN ${forget} END;
    CREATE TRIGGER ${index}_update AFTER UPDATE OF id, ${written.join(', ')} ON ${desk}
      WHEN ${changed(['id', ...written])} BEGIN ${forget} ${learn} WHERE id = NEW.id; END;
    ${learn};`;
}

/** Takes the records that `which` names out of the index and reads them in again. */
function relearn(index: string, which: string): string {
  const columns = joined.find((each) => each.index === index)?.columns.join(', ') ?? '';
  return `
    DELETE FROM ${index} WHERE rowid IN (SELECT id FROM ${index}_text WHERE ${which});
    INSERT INTO ${index} (rowid, ${columns}) SELECT id, ${columns} FROM ${index}_text WHERE ${which};`;
}

function neighbourTriggers({ desk, written, reaches }: (typeof neighbours)[number]): string {
  const work = reaches.map(([index, column]) => relearn(index, `${column} = NEW.id`)).join('');
  return `
    CREATE TRIGGER find_from_${desk} AFTER UPDATE OF ${written.join(', ')} ON ${desk}
      WHEN ${changed(written)} BEGIN ${work} END;`;
}

const assetFieldTriggers = (['INSERT', 'UPDATE', 'DELETE'] as const)
  .map((operation) => {
    const rows = { INSERT: ['NEW'], UPDATE: ['OLD', 'NEW'], DELETE: ['OLD'] }[operation];
    return `
      CREATE TRIGGER find_from_desk_asset_field_${operation.toLowerCase()} AFTER ${operation} ON desk_asset_field BEGIN
        ${rows.map((row) => relearn('find_asset', `id = ${row}.asset_id`)).join('')}
      END;`;
  })
  .join('');

const noteKey = (row: string): string => `(${row}.ticket_id << 20) | ${row}.number`;

/** A note is in the public or in the private table, never in both; a change of visibility moves it. */
function noteTriggers(table: string, isPrivate: 0 | 1): string {
  const forget = `DELETE FROM ${table} WHERE rowid = ${noteKey('OLD')};`;
  const learn = `INSERT INTO ${table} (rowid, note) VALUES (${noteKey('NEW')}, NEW.note);`;
  const held = (row: string): string => `${row}.private = ${isPrivate} AND ${row}.note <> ''`;
  const written = ['ticket_id', 'number', 'private', 'note'];
  return `
    CREATE TRIGGER ${table}_insert AFTER INSERT ON desk_action WHEN ${held('NEW')} BEGIN ${learn} END;
    CREATE TRIGGER ${table}_delete AFTER DELETE ON desk_action WHEN ${held('OLD')} BEGIN ${forget} END;
    CREATE TRIGGER ${table}_leave AFTER UPDATE OF ${written.join(', ')} ON desk_action
      WHEN ${held('OLD')} AND (${changed(written)}) BEGIN
        ${forget}
        INSERT INTO ${table} (rowid, note) SELECT ${noteKey('NEW')}, NEW.note WHERE ${held('NEW')};
      END;
    CREATE TRIGGER ${table}_enter AFTER UPDATE OF ${written.join(', ')} ON desk_action
      WHEN ${held('NEW')} AND NOT (${held('OLD')}) BEGIN ${learn} END;
    INSERT INTO ${table} (rowid, note)
      SELECT (ticket_id << 20) | number, note FROM desk_action WHERE private = ${isPrivate} AND note <> '';`;
}

export const search: Migration = {
  version: 3,
  name: 'search',
  up: (db) => {
    db.exec(tables);
    db.exec(views);
    for (const each of plain) db.exec(plainTriggers(each));
    for (const each of joined) db.exec(joinedTriggers(each));
    for (const each of neighbours) db.exec(neighbourTriggers(each));
    db.exec(assetFieldTriggers);
    db.exec(noteTriggers('find_note_public', 0));
    db.exec(noteTriggers('find_note_private', 1));
  },
};
