import type { NamedRecord } from '../../../src-shared/api/statuses.ts';
import { UsedBy } from '../../components/setup/used-by.tsx';

export function CategoryDetails({ record: { id, name } }: { readonly record: NamedRecord }) {
  return <UsedBy kind="category" id={id} name={name} />;
}
