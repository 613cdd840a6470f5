import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { articleRow } from '../support/small-desk.ts';
import { openSearchDesk } from './open-search-desk.ts';

const texts: readonly (readonly [title: string, description: string])[] = [
  [
    'Drucker druckt nicht',
    'Wenn der Drucker im dritten Stock nicht druckt, prüfen Sie zuerst das Kabel und die Papierfächer.',
  ],
  [
    'Kennwort zurücksetzen',
    'So setzen Sie Ihr Kennwort zurück: Melden Sie sich am Portal an und wählen Sie Kennwort vergessen.',
  ],
  [
    'Laufwerke verbinden',
    'Netzlaufwerke werden bei der Anmeldung verbunden. Fehlt ein Laufwerk, starten Sie das Skript neu.',
  ],
  ['Urlaubsantrag stellen', 'Urlaub wird im Personalportal beantragt und von der Leitung genehmigt.'],
  [
    "L'imprimante n'imprime pas",
    "Si l'imprimante du deuxième étage n'imprime pas, vérifiez le câble et le bac à papier.",
  ],
  ['Réinitialiser le mot de passe', 'Ouvrez le portail, choisissez « mot de passe oublié » et suivez les étapes.'],
  ['Demander des congés', 'Les congés sont demandés dans le portail du personnel et validés par la direction.'],
  [
    'La impresora no imprime',
    'Si la impresora de la segunda planta no imprime, revise el cable y la bandeja de papel.',
  ],
  ['Restablecer la contraseña', 'Abra el portal, elija «contraseña olvidada» y siga los pasos.'],
  ['Solicitar vacaciones', 'Las vacaciones se solicitan en el portal de personal y las aprueba la dirección.'],
  ['The die is cast', 'How a die is cast in the workshop, and when to replace it.'],
  ['University account', 'About the university.'],
  ['Universal remote', 'About the universal.'],
];

const desk = openSearchDesk({
  desk_article: texts.map(([title, description], at) =>
    articleRow(at + 1, { title, description, resolution: '', tags: '' }),
  ),
});
const unstemmed = new Sqlite(':memory:');
unstemmed.exec(`CREATE VIRTUAL TABLE plain USING fts5(title, description, tokenize = 'unicode61 remove_diacritics 2')`);
const insert = unstemmed.prepare('INSERT INTO plain (rowid, title, description) VALUES (?, ?, ?)');
texts.forEach((row, at) => insert.run(at + 1, ...row));
afterAll(() => {
  desk.close();
  unstemmed.close();
});

function findUnstemmed(words: string): number[] {
  const expression = (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
  return unstemmed
    .prepare<[string], number>('SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY bm25(plain, 3, 1)')
    .pluck()
    .all(expression);
}

describe('text that is not English', () => {
  test.each([
    ['Warum druckt der Drucker im dritten Stock nicht?', 'druckt Drucker dritten Stock'],
    ['Wie kann ich mein Kennwort zurücksetzen', 'Kennwort zurücksetzen'],
    ['Wo sind meine Netzlaufwerke', 'Netzlaufwerke'],
    ['Ich möchte einen Urlaubsantrag stellen', 'Urlaubsantrag stellen'],
    ["Pourquoi est-ce que l'imprimante n'imprime pas ?", 'imprimante imprime'],
    ['comment réinitialiser mon mot de passe', 'réinitialiser mot passe'],
    ['Où sont demandés les congés', 'demandés congés'],
    ['¿Por qué no imprime la impresora de la planta?', 'imprime impresora planta'],
    ['cómo puedo restablecer mi contraseña', 'restablecer contraseña'],
    ['quien aprueba las vacaciones', 'aprueba vacaciones'],
  ])('%j finds what matching its words without any stemming finds', (question, words) => {
    const expected = findUnstemmed(words);
    const found = desk.ids('article', question);
    expect(found[0]).toBe(expected[0]);
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  test('the stop words of its language are not looked for', () => {
    const { hits } = desk.search('article', 'Wie kann ich mein Kennwort zurücksetzen');
    expect(hits[0]?.matched).toEqual(['kennwort', 'zurücksetzen']);
    expect(hits.map(({ id }) => id)).not.toContain(1);
  });

  test("another language's stop word is a word in an English question", () => {
    expect(desk.search('article', 'when to replace a die').hits[0]).toMatchObject({
      id: 11,
      matched: ['replace', 'die'],
    });
  });

  test('capitals and accents may be left out', () => {
    expect(desk.ids('article', 'CONTRASENA')).toEqual([9]);
    expect(desk.ids('article', 'conges')).toEqual([7]);
  });
});

test('a word as it stands goes before another that stemming takes for the same', () => {
  expect(desk.ids('article', 'universal ')).toEqual([13, 12]);
  expect(desk.ids('article', 'university ')).toEqual([12, 13]);
});
