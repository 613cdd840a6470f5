import type { RowsAt } from './file-format.ts';
import { fileRefusal } from './file-refusal.ts';
import { createValueScanner, isSpace } from './scan-json-value.ts';

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE = 0x22;

/** What comes next: the rows' list is reached through an object's `key`, or it is the root. */
type Place =
  | 'root'
  | 'first-element'
  | 'element'
  | 'after-element'
  | 'first-key'
  | 'key'
  | 'colon'
  | 'member'
  | 'after-member'
  | 'end';

/**
 * Cuts the rows out of a JSON document, chunk by chunk, and leaves their parsing to JSON.parse. Streaming parsers that
 * build the rows token by token take two to three times as long, cannot go on after a bad row or pass over a huge one,
 * and let a row set its own prototype. An undefined slice is a row over the size limit.
 */
export function createJsonSlicer(rowsAt: RowsAt) {
  const value = createValueScanner();
  let place: Place = 'root';
  let role: 'row' | 'key' | 'skipped' | undefined;
  let at = 0;
  let rows = 0;
  let key: string | undefined;
  let found = rowsAt.at !== 'key';

  function finish(slices: (Buffer | undefined)[]): void {
    const text = value.take();
    if (role === 'row') {
      rows++;
      slices.push(text);
      place = rowsAt.at === 'values' ? 'root' : 'after-element';
    } else if (role === 'key') {
      key = text === undefined ? undefined : readKey(text);
      place = 'colon';
    } else {
      place = 'after-member';
    }
    role = undefined;
  }

  function begin(next: 'row' | 'key' | 'skipped'): void {
    role = next;
    value.start(next !== 'skipped');
  }

  /** Takes one byte between values; false where a value begins with it. */
  function step(byte: number): boolean {
    switch (place) {
      case 'root':
        if (rowsAt.at === 'values') return (begin('row'), false);
        if (byte !== (rowsAt.at === 'root' ? OPEN_BRACKET : OPEN_BRACE)) {
          throw unexpected(rowsAt.at === 'root' ? 'a list' : 'an object');
        }
        place = rowsAt.at === 'root' ? 'first-element' : 'first-key';
        return true;
      case 'first-element':
      case 'element':
        if (byte === CLOSE_BRACKET && place === 'first-element') return leaveList();
        if (byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE || byte === COLON) {
          throw unexpected('a row');
        }
        return (begin('row'), false);
      case 'after-element':
        if (byte === CLOSE_BRACKET) return leaveList();
        if (byte !== COMMA) throw unexpected('a comma or the end of the list');
        place = 'element';
        return true;
      case 'first-key':
      case 'key':
        if (byte === CLOSE_BRACE && place === 'first-key') return leaveObject();
        if (byte !== QUOTE) throw unexpected('a name in quotes');
        return (begin('key'), false);
      case 'colon':
        if (byte !== COLON) throw unexpected('a colon');
        place = 'member';
        return true;
      case 'member':
        if (rowsAt.at === 'key' && key === rowsAt.key && !found && byte === OPEN_BRACKET) {
          found = true;
          place = 'first-element';
          return true;
        }
        if (byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE || byte === COLON) {
          throw unexpected('a value');
        }
        return (begin('skipped'), false);
      case 'after-member':
        if (byte === CLOSE_BRACE) return leaveObject();
        if (byte !== COMMA) throw unexpected('a comma or the end of the object');
        place = 'key';
        return true;
      case 'end':
        throw unexpected('nothing more');
    }
  }

  function leaveList(): true {
    place = rowsAt.at === 'key' ? 'after-member' : 'end';
    return true;
  }

  function leaveObject(): true {
    place = 'end';
    return true;
  }

  const unexpected = (wanted: string) =>
    fileRefusal(`This is not valid JSON: ${wanted} was expected at byte ${at}, after row ${rows}.`, {
      byte: at,
      row: rows,
    });

  return {
    /** The rows that end in this chunk, each as UTF-8 text. */
    push(chunk: Buffer): (Buffer | undefined)[] {
      const slices: (Buffer | undefined)[] = [];
      const start = at;
      for (let position = 0; position < chunk.length; at = start + position) {
        if (role === undefined) {
          const byte = chunk[position] ?? 0;
          if (isSpace(byte) || step(byte)) position++;
          continue;
        }
        position = value.scan(chunk, position);
        if (value.ended()) finish(slices);
      }
      return slices;
    },

    end(): (Buffer | undefined)[] {
      const slices: (Buffer | undefined)[] = [];
      if (role === 'row' && rowsAt.at === 'values' && value.endsHere()) finish(slices);
      const complete = role === undefined && (place === 'end' || (place === 'root' && rowsAt.at === 'values'));
      if (!complete) {
        const message = `The file is cut off: the JSON ends at byte ${at}, inside or after row ${rows + 1}. Export it again.`;
        throw fileRefusal(message, { byte: at, row: rows + 1 });
      }
      if (!found) throw fileRefusal(`The file has no list of rows under “${rowsAt.at === 'key' ? rowsAt.key : ''}”.`);
      return slices;
    },
  };
}

function readKey(text: Buffer): string | undefined {
  try {
    return String(JSON.parse(text.toString()));
  } catch {
    return undefined;
  }
}
