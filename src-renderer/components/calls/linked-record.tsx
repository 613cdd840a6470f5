import { Link } from 'react-router';
import { kindNames } from '../record/kind-names.ts';
import { type PagedKind, recordPath } from '../record/record-path.ts';

interface Props {
  readonly table: string;
  readonly id: number | undefined;
  /** A row that is not there has no page. */
  readonly isThere?: boolean;
}

/** A row of the desk by name and number, as a link where the record has a page. */
export function LinkedRecord({ table, id, isThere = true }: Props) {
  const name = nameOf(table);
  const kind = (Object.keys(kindNames) as PagedKind[]).find((one) => table === `desk_${one}`);
  if (id === undefined) return name;
  if (!isThere) return `a new ${name}`;
  return kind === undefined ? `${name} ${id}` : <Link to={recordPath(kind, id)}>{`${name} ${id}`}</Link>;
}

const linked = ['ticket', 'article', 'user', 'client', 'agent', 'team', 'asset', 'service'] as const;

/** The kind of record that a column points to, where its name says so. */
export function findLinkedKind(column: string): (typeof linked)[number] | undefined {
  return linked.find((kind) => column === `${kind}_id` || column.endsWith(`_${kind}_id`));
}

function nameOf(table: string): string {
  const plain = table.replace(/^desk_/, '');
  return plain === 'action' ? 'history entry' : plain.replaceAll('_', ' ');
}
