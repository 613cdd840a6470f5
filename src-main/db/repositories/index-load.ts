import type { Connection } from './connection.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

/** How the new rows of a desk table get into indexes. */
interface Lesson {
  readonly table: string;
  /** For each index, what reads a range of rows in. */
  readonly into: Readonly<Record<string, string>>;
  /** So many rows are waited for: an index with little in each row would be left in pieces of next to nothing. */
  readonly worthwhile: number;
  /** So many rows are read in as soon as one ticket with its text. */
  readonly atOnce: number;
}

/**
 * What the triggers leave to `learn` while the index is paused. What was changed before its turn came is in the index
 * already: the triggers put it there.
 */
const lessons: readonly Lesson[] = [
  {
    table: 'desk_ticket',
    into: {
      find_ticket: `INSERT INTO find_ticket (rowid, summary, details) SELECT id, summary, details FROM desk_ticket
        WHERE id BETWEEN ? AND ? AND id NOT IN (SELECT id FROM find_ticket_docsize) ORDER BY id`,
    },
    worthwhile: 1,
    atOnce: 1,
  },
  {
    table: 'desk_ticket',
    into: {
      find_ticket_title: `INSERT INTO find_ticket_title (rowid, summary) SELECT id, summary FROM desk_ticket
        WHERE id BETWEEN ? AND ? AND id NOT IN (SELECT id FROM find_ticket_title_docsize) ORDER BY id`,
    },
    worthwhile: 2_000,
    atOnce: 20,
  },
  {
    table: 'desk_action',
    // In the order of the index's own keys: FTS5 begins anew whenever a key is lower than the one before.
    into: Object.fromEntries(
      ['find_note_public', 'find_note_private'].map((index, isPrivate) => [
        index,
        `INSERT INTO ${index} (rowid, note) SELECT (ticket_id << 20) | number, note FROM desk_action
        WHERE id BETWEEN ? AND ? AND private = ${isPrivate} AND note <> ''
          AND (ticket_id << 20) | number NOT IN (SELECT id FROM ${index}_docsize) ORDER BY ticket_id, number`,
      ]),
    ),
    worthwhile: 1,
    atOnce: 1,
  },
  {
    table: 'desk_user',
    into: {
      find_user: `INSERT INTO find_user (rowid, name, email, phone, work, place)
       SELECT id, name, email, phone, work, place FROM find_user_text
        WHERE id BETWEEN ? AND ? AND id NOT IN (SELECT id FROM find_user_docsize) ORDER BY id`,
    },
    worthwhile: 1,
    atOnce: 1,
  },
];

const indexes = lessons.flatMap(({ into }) => Object.keys(into));

/** How FTS5 joins the pieces of an index; see `gather`. */
const usual = { automerge: 4, crisismerge: 16, usermerge: 4 };
const gathering = { automerge: 0, crisismerge: 1900, usermerge: 8 };

/** New rows of one load that the index does not have yet. */
export interface Unlearned {
  add(table: string, id: number): void;
  /**
   * Puts about so many rows with their texts into the index; says whether any are left. Those that are not worth it yet
   * wait, unless it is to be `all`.
   */
  learn(rows: number, all: boolean): boolean;
}

/** The full-text index during a load of many rows: written and joined in portions of their own. */
export function createIndexLoad(connection: Connection) {
  const pause = connection.prepare('INSERT OR IGNORE INTO find_pause (id) VALUES (1)');
  const goOn = connection.prepare('DELETE FROM find_pause');
  const prepared = lessons.map(({ table, into, worthwhile, atOnce }) => ({
    table,
    worthwhile,
    atOnce,
    indexes: Object.keys(into),
    statements: Object.values(into).map((sql) => connection.prepare<[number, number]>(sql)),
  }));
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck();
  const join = new Map(
    indexes.map((index) => [
      index,
      connection.prepare<[bigint]>(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`),
    ]),
  );
  const setting = connection.prepare<[], number>(`SELECT v FROM find_ticket_config WHERE k = 'automerge'`).pluck();
  const grown = new Set<string>();

  // As integers: FTS5 takes no other numbers.
  const configure = (settings: typeof usual): void => {
    for (const index of indexes) {
      for (const [name, value] of Object.entries(settings)) {
        connection.prepare(`INSERT INTO ${index} (${index}, rank) VALUES (?, ?)`).run(name, BigInt(value));
      }
    }
  };
  const teach = (lesson: (typeof prepared)[number], { first, last }: Range): void => {
    for (const statement of lesson.statements) statement.run(first, last);
    for (const index of lesson.indexes) grown.add(index);
  };

  return {
    /** From here on the triggers leave new rows to `createUnlearned`; to be ended in the same transaction. Until they are
     * learned, searches do not find them. */
    pause: (): void => void pause.run(),
    goOn: (): void => void goOn.run(),
    createUnlearned(): Unlearned {
      const ranges = prepared.map((lesson) => ({ lesson, first: 0, last: -1, begun: false }));
      const rowsOf = ({ first, last }: Range): number => last - first + 1;
      return {
        add(table, id) {
          for (const range of ranges) {
            if (range.lesson.table !== table) continue;
            if (rowsOf(range) === 0) range.first = id;
            range.last = id;
          }
        },
        learn(rows, all) {
          for (const range of ranges) {
            const worthwhile = all || range.begun ? 1 : range.lesson.worthwhile;
            if (rowsOf(range) < worthwhile) continue;
            const last = Math.min(range.last, range.first + rows * range.lesson.atOnce - 1);
            teach(range.lesson, { first: range.first, last });
            range.first = last + 1;
            range.begun = rowsOf(range) > 0;
            return true;
          }
          return false;
        },
      };
    },
    /** Pieces are left lying rather than joined while somebody waits. */
    gather: (): void => configure(gathering),
    /** As it was before `gather`. */
    settle: (): void => configure(usual),
    isGathering: (): boolean => setting.get() === gathering.automerge,
    /** Joins pieces of one index, about so many pages; says whether there was something to join. */
    join(index: string, pages: number): boolean {
      const before = changes.get() ?? 0;
      join.get(index)?.run(BigInt(pages));
      const goesOn = (changes.get() ?? 0) - before > 1;
      if (!goesOn) grown.delete(index);
      return goesOn;
    },
    indexes,
    /** Those that were learned into since there was nothing to join in them. */
    grown: (): readonly string[] => [...grown],
  };
}

export type IndexLoad = ReturnType<typeof createIndexLoad>;
