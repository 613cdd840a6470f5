import type { NamedListRow, NamedRecord } from '../../src-shared/api/statuses.ts';
import type { Row } from '../db/repositories/record-repository.ts';
import type { RouteContext } from './route-context.ts';
import { readNumber, readText } from './row-values.ts';

/** A priority or a category: a name, and the tickets that have it. */
export function viewNamedRow(row: Row): NamedListRow {
  return { id: readNumber(row, 'id'), name: readText(row, 'name'), tickets: readNumber(row, 'tickets') };
}

export function viewNamed({ core: { desk } }: RouteContext, kind: 'priority' | 'category', id: number): NamedRecord {
  const row = desk.records.get(kind, id);
  return { id: readNumber(row, 'id'), name: readText(row, 'name'), revision: desk.records.revision() };
}
