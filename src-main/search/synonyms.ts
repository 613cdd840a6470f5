import { synonymSettings } from '../../src-shared/domain/synonym-settings.ts';
import type { Statements } from './statements.ts';
import { stemOf, wordsOf } from './tokens.ts';

/** Another way to say something that a query says, in words. */
export interface Synonym {
  /** What the query says, as its words. */
  readonly said: readonly string[];
  readonly others: readonly (readonly string[])[];
}

export interface Synonyms {
  /** What the words of a query, in their order, can also be called. */
  find(words: readonly string[]): Synonym[];
}

interface Term {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly others: readonly (readonly string[])[];
}

const mostFound = 8;

/** The synonyms of the desk, read again when an administrator has saved others. */
export function createSynonyms(statements: Statements): Synonyms {
  let known: { readonly version: unknown; readonly byFirst: ReadonlyMap<string, readonly Term[]> } | undefined;
  const current = (): ReadonlyMap<string, readonly Term[]> => {
    const version = statements.value(`SELECT version FROM conf_object WHERE kind = 'synonyms' AND object_id = 'desk'`);
    if (known?.version !== version || known === undefined) {
      const body = version === undefined ? undefined : readBody(statements, Number(version));
      known = { version, byFirst: body === undefined ? new Map() : termsOf(body) };
    }
    return known.byFirst;
  };
  return {
    find: (words) => {
      const byFirst = current();
      const found: Synonym[] = [];
      if (byFirst.size === 0) return found;
      const stems = words.map((word) => stemOf(word));
      for (const [at, stem] of stems.entries()) {
        for (const term of byFirst.get(stem) ?? []) {
          if (found.length >= mostFound) return found;
          if (!term.stems.every((each, i) => stems[at + i] === each)) continue;
          if (!found.some(({ said }) => said === term.words)) found.push({ said: term.words, others: term.others });
        }
      }
      return found;
    },
  };
}

function readBody(statements: Statements, version: number): string | undefined {
  const body = statements.value('SELECT body FROM conf_version WHERE version = ?', version);
  return typeof body === 'string' ? body : undefined;
}

function termsOf(body: string): Map<string, Term[]> {
  const byFirst = new Map<string, Term[]>();
  for (const group of synonymSettings.parse(JSON.parse(body)).groups) {
    const all = group.map((term) => wordsOf(term));
    for (const words of all) {
      const stems = words.map((word) => stemOf(word));
      const others = all.filter(
        (each) => each !== words && each.map((word) => stemOf(word)).join(' ') !== stems.join(' '),
      );
      const [first] = stems;
      if (first === undefined || others.length === 0) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words, stems, others }]);
    }
  }
  return byFirst;
}
