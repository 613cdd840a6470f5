import type { KindOfRecord } from './kinds.ts';
import type { Part, Plan } from './plan.ts';
import type { Access, SearchHit } from './search-types.ts';
import { type Excerpt, excerpt, worth } from './snippet.ts';
import type { Statements } from './statements.ts';

export interface PlainHit {
  readonly id: number;
  readonly score: number;
  /** The parts that the index found in it. */
  readonly parts: ReadonlySet<Part>;
  /** The identifier that named it, if one did. */
  readonly by?: string | undefined;
}

/** A snippet is not looked for further down. */
const readCharacters = 20_000;

/** Adds to the hits of one page what their records say: a snippet and the words that matched. */
export function describeHits(
  hits: readonly PlainHit[],
  plan: Plan,
  kind: KindOfRecord,
  access: Access,
  statements: Statements,
): SearchHit[] {
  const rows = statements.rows<[number, ...string[]]>(
    `SELECT id, ${[kind.title, ...kind.text].map((column) => `substr(${column}, 1, ${readCharacters})`).join(', ')} FROM ${kind.desk} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(hits.map((hit) => hit.id)),
  );
  const texts = new Map(rows.map(([id, title, ...fields]) => [id, { title, fields }]));
  return hits.map((hit) => {
    const row = texts.get(hit.id);
    const parts = plan.parts.filter((part) => hit.parts.has(part) && (part.role === 'word' || part.role === 'synonym'));
    const title = excerpt(row?.title ?? '', parts);
    const filled = (row?.fields ?? []).filter((field) => field !== '');
    const fields = kind.oneLine === true ? [filled.join(', ')] : filled;
    let best: Excerpt | undefined;
    let mostWorth = -1;
    const words = new Map(title.words);
    for (const field of fields) {
      const each = excerpt(field, parts);
      for (const [part, word] of each.words) if (!words.has(part)) words.set(part, word);
      if (worth(each.words) > mostWorth) {
        best = each;
        mostWorth = worth(each.words);
      }
    }
    const inNotes = access !== 'none' && parts.some((part) => best?.words.has(part) !== true);
    const note = inNotes ? bestNote(hit.id, parts, access, statements) : undefined;
    if (note !== undefined) {
      for (const [part, word] of note.words) if (!words.has(part)) words.set(part, word);
      if (worth(note.words) > mostWorth) best = note;
    }
    return {
      id: hit.id,
      score: hit.score,
      snippet: best?.text || title.text,
      matched: matchedWords(hit, parts, words),
    };
  });
}

function matchedWords(hit: PlainHit, parts: readonly Part[], words: ReadonlyMap<Part, string>): string[] {
  const matched = new Set<string>(hit.by === undefined ? [] : [hit.by]);
  for (const part of parts) matched.add(part.corrected ? (words.get(part) ?? part.label) : part.label);
  return [...matched];
}

/** Of a long conversation, only the latest notes are looked through for a snippet. */
const mostNotesRead = 40;

/** The note of a ticket that says most of it, among those that this search may read. */
function bestNote(
  ticketId: number,
  parts: readonly Part[],
  access: Access,
  statements: Statements,
): Excerpt | undefined {
  const rows = statements.rows<[string]>(
    `SELECT note FROM desk_action WHERE ticket_id = ? AND note <> '' ${access === 'all' ? '' : 'AND private = 0'}
     ORDER BY number DESC LIMIT ${mostNotesRead}`,
    ticketId,
  );
  let best: Excerpt | undefined;
  for (const [note] of rows) {
    const each = excerpt(note, parts);
    if (best === undefined || worth(each.words) > worth(best.words)) best = each;
  }
  return best;
}
