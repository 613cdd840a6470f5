import { Link } from 'react-router';
import { recordPath, type PagedKind } from './record-path.ts';

interface Props {
  readonly kind: PagedKind;
  readonly to: { readonly id: number; readonly name: string };
}

export function RecordLink({ kind, to }: Props) {
  return (
    <Link to={recordPath(kind, to.id)} className="foreign">
      {to.name}
    </Link>
  );
}
