import { Link } from 'react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState title="There is no page at this address" action={<Link to="/">Go to Home</Link>}>
        The link may come from another version of the workbench.
      </EmptyState>
    </>
  );
}
