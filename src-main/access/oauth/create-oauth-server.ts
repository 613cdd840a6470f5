import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Client, Configuration, Provider } from 'oidc-provider';
import { scopes as known } from '../../../src-shared/domain/scopes.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createApplicationRepository } from '../../db/repositories/application-repository.ts';
import { createOAuthRecordRepository } from '../../db/repositories/oauth-record-repository.ts';
import { createSecretRepository } from '../../db/repositories/secret-repository.ts';
import type { Ports } from '../../ports.ts';
import { offerClientCredentials } from './client-credentials-grant.ts';
import { loadOAuthLibrary, type OAuthLibrary } from './load-library.ts';
import { paths, serverMetadata } from './metadata.ts';
import { createOAuthAdapter } from './oauth-adapter.ts';
import { createOAuthClients, type OAuthClients } from './oauth-clients.ts';
import { loadServerSecrets } from './server-secrets.ts';

export interface OAuthServer {
  /** Answers every request under `/auth/` and for the server's metadata; anything else that it is handed is a 404. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface OAuthOptions {
  readonly database: WorkbenchDatabase;
  readonly ports: Ports;
  /** The issuer: scheme, host and port, without a path (RFC 8414 section 3 puts one after `.well-known`). */
  readonly origin: string;
  /** Whether the application may ask for tokens for this resource (RFC 8707); absent: the default endpoint's URL alone. */
  readonly isResource?: (resource: string, applicationId: string) => boolean;
}

/** Seconds that an access token lives, as Halo's do. */
const lifetime = 3600;

/** The OAuth server. Only client credentials are offered yet. */
export async function createOAuthServer({ database, ports, origin, isResource }: OAuthOptions): Promise<OAuthServer> {
  const library = await loadOAuthLibrary(ports.log);
  const clients = createOAuthClients(createApplicationRepository(database.connection), ports);
  const provider = new library.Provider(origin, configure(database, ports, clients));
  checkSecretsByHash(provider, clients, library.errors);
  offerClientCredentials(provider, library.errors, isResource ?? ((resource) => resource === `${origin}/api/mcp`));
  report(provider, ports);
  const answer = provider.callback();

  return {
    async handle(request, response) {
      const path = (request.url ?? '').split('?', 1)[0];
      const { method } = request;
      if (path === paths.token && method === 'POST') return answer(request, response);
      if (path === paths.token) return send(response, 405, refusal('Ask for a token with POST.'), { allow: 'POST' });
      if (path === paths.serverMetadata && (method === 'GET' || method === 'HEAD')) {
        return send(response, 200, serverMetadata(origin));
      }
      send(response, 404, refusal('This is not offered: access tokens are issued for client credentials only.'));
    },
  };
}

function configure(database: WorkbenchDatabase, ports: Ports, clients: OAuthClients): Configuration {
  const { connection, inTransaction } = database;
  const records = createOAuthRecordRepository(connection);
  const { signingKey, cookieKey } = loadServerSecrets(createSecretRepository(connection), database, ports);
  return {
    adapter: (kind) => createOAuthAdapter(kind, { records, clients, ports, inTransaction }),
    clientAuthMethods: ['client_secret_post', 'client_secret_basic'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: [cookieKey] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    jwks: { keys: [signingKey] },
    responseTypes: [],
    routes: { authorization: paths.authorization, token: paths.token },
    scopes: [...known],
    ttl: { ClientCredentials: lifetime },
    // Clients of this grant are programs: they get JSON even where they would take a page.
    renderError: (ctx, out) => {
      ctx.body = out;
    },
  };
}

/** We keep no client secret, so the library's comparison of two of them is replaced by one of hashes. */
function checkSecretsByHash(provider: Provider, clients: OAuthClients, errors: OAuthLibrary['errors']): void {
  provider.Client.prototype.compareClientSecret = function compareClientSecret(this: Client, secret: string) {
    const outcome = clients.check(this.clientId, secret);
    if (outcome === 'disabled') {
      const error = new errors.InvalidClientAuth('disabled');
      error.error_description = 'This application is disabled. An administrator can enable it.';
      throw error;
    }
    return outcome === 'right';
  };
}

/** Names of errors and our own sentences only: what the client sent stays out of the log. */
function report(provider: Provider, { log }: Ports): void {
  provider.on('grant.error', (_ctx, error) => {
    log.info('A token request was refused.', { error: error.error, description: error.error_description });
  });
  provider.on('server_error', (_ctx, error) => log.error('The OAuth server failed.', { error }));
  // Without a listener Koa prints such errors; they are mostly connections that broke while being answered.
  const app: EventEmitter = provider;
  app.on('error', (error: Error) => log.warn('A request to the OAuth server broke off.', { message: error.message }));
}

function refusal(description: string) {
  return { error: 'invalid_request', error_description: description };
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
