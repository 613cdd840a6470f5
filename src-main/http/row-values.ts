import type { Reference } from '../../src-shared/api/record-list.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import type { Row } from '../db/repositories/record-repository.ts';

/** The values of a stored row as the contract has them. */
export function readText(row: Row, name: string): string {
  return String(row[name] ?? '');
}

export function readNumber(row: Row, name: string): number {
  return Number(row[name] ?? 0);
}

export function readFlag(row: Row, name: string): boolean {
  return row[name] === 1;
}

export function readMoment(row: Row, name: string): string {
  return toTimestamp(readNumber(row, name));
}

/** As a property to spread: absent where the row has nothing. */
export function readOptionalMoment<Name extends string>(row: Row, column: string, name: Name) {
  const value = row[column];
  return optional(name, typeof value === 'number' ? toTimestamp(value) : undefined);
}

/** From the columns `<name>Id` and `<name>Name`. */
export function readReference(row: Row, name: string): Reference {
  return { id: readNumber(row, `${name}Id`), name: readText(row, `${name}Name`) };
}

export function readOptionalReference<Name extends string>(row: Row, name: Name) {
  return optional(name, typeof row[`${name}Id`] === 'number' ? readReference(row, name) : undefined);
}

export function optional<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in Name]?: Value };
}

/** What a word of the database is, when the table's own check sees to it that it is one of these. */
export function readWord<Word extends string>(row: Row, name: string, words: readonly Word[]): Word {
  const value = readText(row, name);
  const word = words.find((each) => each === value);
  if (word === undefined) throw new Error(`${name} holds "${value}", which is none of its words.`);
  return word;
}
