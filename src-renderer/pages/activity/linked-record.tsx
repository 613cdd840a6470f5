import { Link } from 'react-router';
import { recordPath } from '../../components/record/record-path.ts';

const kinds = ['ticket', 'article', 'user', 'client', 'agent', 'asset', 'service'] as const;

/** A row of the desk by name and number, as a link where the record has a page. */
export function LinkedRecord({ table, id }: { readonly table: string; readonly id: number | undefined }) {
  const name = nameOf(table);
  const kind = kinds.find((one) => one === table.replace(/^desk_/, ''));
  if (kind === undefined || id === undefined) return id === undefined ? name : `${name} ${id}`;
  return <Link to={recordPath(kind, id)}>{`${name} ${id}`}</Link>;
}

/** The value of a column as a link, where the column's name says which record it points to. */
export function findLinkedKind(column: string): (typeof kinds)[number] | undefined {
  return kinds.find((kind) => column === `${kind}_id` || column.endsWith(`_${kind}_id`));
}

function nameOf(table: string): string {
  const plain = table.replace(/^desk_/, '');
  return plain === 'action' ? 'history entry' : plain.replaceAll('_', ' ');
}
