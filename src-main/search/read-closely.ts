import type { KindOfRecord } from './kinds.ts';
import type { Access } from './search-types.ts';
import type { Statements } from './statements.ts';

/** The texts of a record that its index has. */
export interface ReadRecord {
  /** In the order of the kind's columns; the first is the title. */
  readonly columns: readonly string[];
  /** Time that slightly prefers recent records, in epoch milliseconds; 0 where the kind has none. */
  readonly at: number;
  /** The text goes on. */
  readonly cut: boolean;
}

const readCharacters = 20_000;
const atOnce = 100;

/**
 * Reads the records in the order of the ids, in portions, until they have so many `characters` together. What a search of
 * long articles costs is this reading.
 */
export function readRecords(
  kind: KindOfRecord,
  ids: readonly number[],
  characters: number,
  statements: Statements,
): Map<number, ReadRecord> {
  const { from, columns } = kind.indexed;
  const cells = columns.map((column) => `substr(d.${column}, 1, ${readCharacters})`).join(', ');
  const at = kind.recent === undefined ? '0' : `d.${kind.recent}`;
  const records = new Map<number, ReadRecord>();
  let left = characters;
  for (let first = 0; first < ids.length && left > 0; first += atOnce) {
    const rows = statements.rows<[number, number, ...string[]]>(
      `SELECT d.id, ${at}, ${cells} FROM ${from} d WHERE d.id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(ids.slice(first, first + atOnce)),
    );
    for (const [id, time, ...texts] of rows) {
      records.set(id, { columns: texts, at: time, cut: texts.some((text) => text.length >= readCharacters) });
      left -= texts.reduce((sum, text) => sum + text.length, 0);
    }
  }
  return records;
}

/** Of a long conversation the latest notes are read, and of a long note the beginning. */
const mostNotes = 60;
const noteCharacters = 4_000;

/** The notes of each ticket that this search may read, in the order of the ids and until they have so many characters. */
export function readNotes(
  ids: readonly number[],
  access: Access,
  characters: number,
  statements: Statements,
): Map<number, string[]> {
  const notes = new Map<number, string[]>();
  let left = characters;
  for (const id of ids) {
    if (left <= 0 || access === 'none') break;
    const texts = statements.column<string>(
      `SELECT substr(note, 1, ${noteCharacters}) FROM desk_action WHERE ticket_id = ? AND note <> ''
       ${access === 'all' ? '' : 'AND private = 0'} ORDER BY number DESC LIMIT ${mostNotes}`,
      id,
    );
    notes.set(id, texts);
    left -= texts.reduce((sum, text) => sum + text.length, 0);
  }
  return notes;
}
