import { Link } from 'react-router';
import { recordPath, type PagedKind } from './record-path.ts';

interface Props {
  readonly kind: PagedKind;
  readonly to: { readonly id: number; readonly name: string };
  /** In a cell, which cuts off what is too long. */
  readonly oneLine?: true;
}

export function RecordLink({ kind, to, oneLine }: Props) {
  return (
    <Link to={recordPath(kind, to.id)} className={oneLine ? 'one-line' : 'foreign'}>
      {to.name}
    </Link>
  );
}
