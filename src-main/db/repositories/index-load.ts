import type { Connection } from './connection.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * Tables whose new rows the triggers leave to `learn` while the index is paused. What was changed before its turn came is
 * in the index already: the triggers put it there.
 */
const learned: Readonly<Record<string, readonly string[]>> = {
  desk_ticket: [
    `INSERT INTO find_ticket (rowid, summary, details) SELECT id, summary, details FROM desk_ticket
      WHERE id BETWEEN ? AND ? AND id NOT IN (SELECT id FROM find_ticket_docsize) ORDER BY id`,
  ],
  // In the order of the index's own keys: FTS5 begins anew whenever a key is lower than the one before.
  desk_action: (['public', 'private'] as const).map(
    (which) => `INSERT INTO find_note_${which} (rowid, note) SELECT (ticket_id << 20) | number, note FROM desk_action
      WHERE id BETWEEN ? AND ? AND private = ${which === 'private' ? 1 : 0} AND note <> ''
        AND (ticket_id << 20) | number NOT IN (SELECT id FROM find_note_${which}_docsize) ORDER BY ticket_id, number`,
  ),
  desk_user: [
    `INSERT INTO find_user (rowid, name, email, phone, work, place)
     SELECT id, name, email, phone, work, place FROM find_user_text
      WHERE id BETWEEN ? AND ? AND id NOT IN (SELECT id FROM find_user_docsize) ORDER BY id`,
  ],
};

const indexes = ['find_ticket', 'find_note_public', 'find_note_private', 'find_user'] as const;

/** How FTS5 joins the pieces of an index; see `gather`. */
const usual = { automerge: 4, crisismerge: 16, usermerge: 4 };
const gathering = { automerge: 0, crisismerge: 1900, usermerge: 8 };

/** The full-text index during a load of many rows: written and joined in portions of their own. */
export function createIndexLoad(connection: Connection) {
  const pause = connection.prepare('INSERT OR IGNORE INTO find_pause (id) VALUES (1)');
  const goOn = connection.prepare('DELETE FROM find_pause');
  const learn = new Map(
    Object.entries(learned).map(([table, sql]) => [
      table,
      sql.map((each) => connection.prepare<[number, number]>(each)),
    ]),
  );
  const changes = connection.prepare<[], number>('SELECT total_changes()').pluck();
  const join = indexes.map((index) =>
    connection.prepare<[bigint]>(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`),
  );
  const setting = connection.prepare<[], number>(`SELECT v FROM find_ticket_config WHERE k = 'automerge'`).pluck();

  // As integers: FTS5 takes no other numbers.
  const configure = (settings: typeof usual): void => {
    for (const index of indexes) {
      for (const [name, value] of Object.entries(settings)) {
        connection.prepare(`INSERT INTO ${index} (${index}, rank) VALUES (?, ?)`).run(name, BigInt(value));
      }
    }
  };

  return {
    learns: (table: string): boolean => learn.has(table),
    /** From here on the triggers leave new rows to `learn`; to be ended in the same transaction. Until they are learned,
     * searches do not find them. */
    pause: (): void => void pause.run(),
    goOn: (): void => void goOn.run(),
    learn(table: string, { first, last }: Range): void {
      for (const statement of learn.get(table) ?? []) statement.run(first, last);
    },
    /** Pieces are left lying rather than joined while somebody waits. */
    gather: (): void => configure(gathering),
    /** As it was before `gather`. */
    settle: (): void => configure(usual),
    isGathering: (): boolean => setting.get() === gathering.automerge,
    /** Joins pieces of one index, about so many pages; says whether there was something to join. */
    join(index: number, pages: number): boolean {
      const before = changes.get() ?? 0;
      join[index % join.length]?.run(BigInt(pages));
      return (changes.get() ?? 0) - before > 1;
    },
    indexes: join.length,
  };
}

export type IndexLoad = ReturnType<typeof createIndexLoad>;
