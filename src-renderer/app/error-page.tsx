import { useRouteError } from 'react-router';
import { ErrorState } from '../components/error-state.tsx';

/** A page that broke or could not be loaded. */
export function ErrorPage() {
  return <ErrorState error={useRouteError()} what="This page could not be shown" />;
}
