import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { CollectionEditor } from './collection-editor.tsx';

export function CollectionPage() {
  const id = useParams()['id'] ?? '';
  const { data, error } = useQuery(api.collections.get.queryOptions({ input: { collection: id } }));
  const { search, hash } = useLocation();
  if (data !== undefined && error === null) {
    // It may have been asked for by its name or slug, which can change.
    if (data.id !== id) return <Navigate to={`/collections/${data.id}${search}${hash}`} replace />;
    return <CollectionEditor key={data.id} collection={data} />;
  }
  return (
    <>
      <PageHeader above={<Link to="/collections">MCP tool collections</Link>} title="Tool collection" />
      {error !== null && <ErrorState error={error} what="The collection could not be read" />}
    </>
  );
}
