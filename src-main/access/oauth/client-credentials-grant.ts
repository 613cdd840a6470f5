import type { Provider, TokenEndpointGrantContext } from 'oidc-provider';
import { scopes as known } from '../../../src-shared/domain/scopes.ts';
import type { OAuthLibrary } from './load-library.ts';

interface Parameters {
  readonly scope?: string | undefined;
  readonly resource?: string | readonly string[] | undefined;
}

const knownScopes: ReadonlySet<string> = new Set(known);

/**
 * Halo's form of the grant (RFC 6749 section 4.4), in place of the library's own, which drops scopes that it does not
 * know without a word and takes an application without scopes for one without limits. As in Halo, a token that was
 * asked for without a scope carries none. Parameters that are not listed here, such as `tenant`, are ignored.
 */
export function offerClientCredentials(
  provider: Provider,
  errors: OAuthLibrary['errors'],
  isResource: (resource: string, applicationId: string) => boolean,
): void {
  const grantScope = (wanted: readonly string[], obtainable: readonly string[]): string => {
    const unknown = wanted.find((scope) => !knownScopes.has(scope));
    if (unknown !== undefined) {
      throw new errors.InvalidScope("There is no such scope: the server's metadata lists them.", unknown);
    }
    const refused = wanted.filter((scope) => !obtainable.includes(scope));
    if (refused.length > 0) {
      throw new errors.InvalidScope(
        'The application does not have this scope: add it, or ask for less.',
        refused.join(' '),
      );
    }
    return known.filter((scope) => wanted.includes(scope)).join(' ');
  };

  const grantResource = (resource: Parameters['resource'], applicationId: string): string | undefined => {
    if (resource === undefined) return undefined;
    if (typeof resource === 'string' && isResource(resource, applicationId)) return resource;
    throw new errors.InvalidTarget("The resource must be one endpoint's URL, exactly as its metadata gives it.");
  };

  const issue = async ({ oidc }: TokenEndpointGrantContext<Parameters>): Promise<Record<string, unknown>> => {
    const { client, params } = oidc;
    const scope = grantScope(split(params.scope), split(client.scope));
    const resource = grantResource(params.resource, client.clientId);
    const token = new provider.ClientCredentials({ client, ...(scope === '' ? {} : { scope }) });
    if (resource !== undefined) token.setAudience(resource);
    oidc.entity('ClientCredentials', token);
    return {
      access_token: await token.save(),
      token_type: 'Bearer',
      expires_in: token.expiration,
      ...(scope === '' ? {} : { scope }),
    };
  };

  provider.registerGrantType<Parameters>(
    'client_credentials',
    async (ctx) => {
      ctx.body = await issue(ctx);
    },
    ['scope', 'resource'],
    'resource',
  );
}

function split(scope: string | undefined): string[] {
  return (scope ?? '').split(' ').filter((name) => name !== '');
}
