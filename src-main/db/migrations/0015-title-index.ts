import type { Migration } from './migration.ts';

/**
 * The summaries of tickets once more by themselves, as in 0003 and 0007: to say in which rows a word stands in the summary,
 * the index of whole tickets reads all rows that have it, a third of the slowest searches among a million tickets.
 */
const titles = `
CREATE VIRTUAL TABLE find_ticket_title USING fts5(
  summary, content = '', contentless_delete = 1,
  tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'"
);
CREATE TRIGGER find_ticket_title_insert AFTER INSERT ON desk_ticket WHEN NOT EXISTS (SELECT 1 FROM find_pause) BEGIN
  INSERT INTO find_ticket_title (rowid, summary) VALUES (NEW.id, NEW.summary);
END;
CREATE TRIGGER find_ticket_title_delete AFTER DELETE ON desk_ticket BEGIN
  DELETE FROM find_ticket_title WHERE rowid = OLD.id;
END;
CREATE TRIGGER find_ticket_title_update AFTER UPDATE OF id, summary ON desk_ticket
  WHEN OLD.id IS NOT NEW.id OR OLD.summary IS NOT NEW.summary BEGIN
  DELETE FROM find_ticket_title WHERE rowid = OLD.id;
  INSERT INTO find_ticket_title (rowid, summary) VALUES (NEW.id, NEW.summary);
END;
INSERT INTO find_ticket_title (rowid, summary) SELECT id, summary FROM desk_ticket ORDER BY id;
`;

export const titleIndex: Migration = {
  version: 15,
  name: 'title-index',
  up: (db) => {
    db.exec(titles);
  },
};
