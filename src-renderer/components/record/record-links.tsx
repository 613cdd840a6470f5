import { RecordLink } from './record-link.tsx';
import type { PagedKind } from './record-path.ts';
import classes from './record.module.css';

interface Props {
  readonly kind: PagedKind;
  readonly list: readonly { readonly id: number; readonly name: string }[];
}

/** Several records of one kind, in a line. */
export function RecordLinks({ kind, list }: Props) {
  return list.map((one) => (
    <span key={one.id} className={classes['listed']}>
      <RecordLink kind={kind} to={one} />
    </span>
  ));
}
