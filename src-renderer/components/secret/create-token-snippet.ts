import type { ApplicationView } from '../../../src-shared/api/applications.ts';
import type { Snippet } from '../../../src-shared/domain/client-snippets.ts';

interface Target {
  /** The endpoint's address. */
  readonly url: string;
  readonly application: Pick<ApplicationView, 'id' | 'scopes'>;
  readonly secret: string;
}

/** How a service gets its token. None of the values can hold a quote: ids, secrets and scopes are ours. */
export function createTokenSnippet({ url, application, secret }: Target): Snippet {
  const fields = [
    ['grant_type', 'client_credentials'],
    ['client_id', application.id],
    ['client_secret', secret],
    ['scope', application.scopes.join(' ')],
  ];
  return {
    id: 'token',
    title: 'Token, curl',
    language: 'shell',
    where: 'Run it in a terminal: the access_token that comes back is sent as a Bearer token, for an hour.',
    text: [
      `curl ${new URL('/auth/token', url).href} \\`,
      fields.map(([name, value]) => `  --data-urlencode '${name}=${value}'`).join(' \\\n'),
    ].join('\n'),
  };
}
