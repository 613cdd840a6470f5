import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginnings, markBeginnings, type Scan, scanWords } from '../../src-main/search/scan-words.ts';
import { stemOf, wordsOf } from '../../src-main/search/tokens.ts';

const words = [
  'printer',
  'Printers',
  'toy',
  'toys',
  'ays',
  'by',
  'use',
  'using',
  'Größe',
  'naïve',
  'é',
  'LAP',
  '0042',
  '日本語',
  'x',
];
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words, ' ', '-', '. ', '\n', '\u0301', '😀', '\ud800'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
  )
  .map((pieces) => pieces.join(''));

function scan(of: string, marked: Uint8Array): { count: number; met: [number, string][] } {
  const at: Scan = { start: 0, end: 0, at: 0 };
  const met: [number, string][] = [];
  const count = scanWords(of, marked, at, () => met.push([at.at, of.slice(at.start, at.end)]));
  return { count, met };
}

test('a scan for everything meets the words that splitting finds', () => {
  const marked = new Uint8Array(beginnings).fill(1);
  fc.assert(
    fc.property(text, (of) => {
      const { count, met } = scan(of, marked);
      expect(met.map(([, word]) => word)).toEqual([...wordsOf(of)]);
      expect(count).toBe(met.length);
    }),
  );
});

test('a scan for a stem meets every word that has it, at its place', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...words), (of, word) => {
      const marked = new Uint8Array(beginnings);
      markBeginnings(stemOf(word), marked);
      const { met } = scan(of, marked);
      const wanted = [...wordsOf(of)].flatMap((each, at): [number, string][] =>
        stemOf(each) === stemOf(word) ? [[at, each]] : [],
      );
      expect(met.filter(([, each]) => stemOf(each) === stemOf(word))).toEqual(wanted);
    }),
  );
});
