import { findNames, hideQuoted } from './facts.ts';
import type { Made } from './memory.ts';
import { findList, isRow, type Row } from './rows.ts';
import { entityOfTool, type Scene } from './scene.ts';

const person = /\b(?:she|he|they|him|them|her|his|their|this user|that user|the user|the same person)\b/i;
const company = /\b(?:they|them|their|this client|that client|the client|the customer|this customer)\b/i;

/** The text with the name of whoever "she" or "they" was: the person or the client that was spoken of last. */
export function namePersons(text: string, scene: Scene): string {
  const hidden = hideQuoted(text);
  const found = person.exec(hidden) ?? company.exec(hidden);
  if (found === null) return text;
  const isOne = /\b(?:she|he|her|his|him)\b/i.test(found[0]);
  const name =
    (isOne ? lastPerson(scene) : undefined) ??
    findLastNamed(scene, /\b(?:she|he|him|her|his|user|person)\b/i.test(found[0]), company.test(hidden));
  if (name === undefined) return text;
  return `${text.slice(0, found.index)}${name}${text.slice(found.index + found[0].length)}`;
}

/** Whose full name this request said last. */
const lastPerson = ({ before }: Scene): string | undefined =>
  before.flatMap(({ text }) => findNames(hideQuoted(text))).findLast((name) => name.split(' ').length === 2);

function findLastNamed(scene: Scene, onlyPerson: boolean, isCompany: boolean): string | undefined {
  const entityOf = entityOfTool(scene);
  for (const made of scene.made.toReversed()) {
    if (made.outcome !== 'done') continue;
    const entity = entityOf(made.tool);
    const row = firstRow(made);
    if (entity === 'user' && row !== undefined) return textOf(row, 'name');
    if ((entity === 'client' || entity === 'site') && isCompany && !onlyPerson && row !== undefined)
      return textOf(row, 'name');
    if ((entity === 'ticket' || entity === 'asset') && row !== undefined && isRow(made.value) && 'id' in made.value) {
      const name = textOf(row, 'user_name');
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

const firstRow = ({ value }: Made): Row | undefined =>
  isRow(value) && 'id' in value ? value : findList(value)?.rows[0];

const textOf = (row: Row, key: string): string | undefined => {
  const text = row[key];
  return typeof text === 'string' && text !== '' ? text : undefined;
};
