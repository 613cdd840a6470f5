import { scopes as known, type Scope } from '../../../src-shared/domain/scopes.ts';

export const paths = {
  token: '/auth/token',
  authorization: '/auth/authorize',
  serverMetadata: '/.well-known/oauth-authorization-server',
  resourceMetadata: '/.well-known/oauth-protected-resource',
} as const;

/**
 * The server's metadata (RFC 8414 section 2), written here because the library's own also names what is switched off.
 * `authorization_endpoint` is the exception: it answers 404 as long as no response type is offered, but the MCP SDKs
 * refuse metadata without it, even to obtain a token by client credentials.
 */
export function serverMetadata(origin: string) {
  return {
    issuer: origin,
    authorization_endpoint: origin + paths.authorization,
    token_endpoint: origin + paths.token,
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    scopes_supported: known,
  };
}

export interface ProtectedResource {
  /** The endpoint's URL, exactly as clients are told it. */
  readonly resource: string;
  /** The OAuth server's issuer. */
  readonly origin: string;
  readonly name?: string | undefined;
  /** What the endpoint's tools need. Clients ask for all of these, so it is not the list of every scope there is. */
  readonly scopes?: readonly Scope[] | undefined;
}

/** What an endpoint says about itself under `/.well-known/oauth-protected-resource` (RFC 9728 section 2). */
export function protectedResourceMetadata({ resource, origin, name, scopes }: ProtectedResource) {
  return {
    resource,
    authorization_servers: [origin],
    bearer_methods_supported: ['header'],
    ...(scopes === undefined ? {} : { scopes_supported: scopes }),
    ...(name === undefined ? {} : { resource_name: name }),
  };
}
