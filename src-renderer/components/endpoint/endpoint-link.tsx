import { Link } from 'react-router';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';

interface Props {
  /** `name` is absent when it is gone. */
  readonly collection: { readonly id: string; readonly name?: string | undefined };
}

/** An endpoint by its name: the default one, or a collection. */
export function EndpointLink({ collection: { id, name } }: Props) {
  if (name === undefined) return <span>a collection that is gone</span>;
  return (
    <Link to={id === defaultEndpointId ? '/mcp-endpoint' : `/collections/${id}`} className="foreign">
      {name}
    </Link>
  );
}
