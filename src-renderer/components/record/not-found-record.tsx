import { Link } from 'react-router';
import { EmptyState } from '../empty-state.tsx';
import { PageHeader } from '../page-header.tsx';

export function NotFoundRecord({ back }: { readonly back: string }) {
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState title="There is no such record" action={<Link to={back}>Back to the list</Link>}>
        The address should end in the record's number.
      </EmptyState>
    </>
  );
}
