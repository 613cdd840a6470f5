import type { AdapterPayload } from 'oidc-provider';
import type { ApplicationRepository } from '../../db/repositories/application-repository.ts';
import type { Ports } from '../../ports.ts';
import { listObtainable } from '../scope-lists.ts';
import { matchesSecret } from '../secrets.ts';

export interface OAuthClients {
  /** The application as the library's client metadata. An unknown one gets a client too, which no secret fits. */
  find(id: string): AdapterPayload;
  /** `disabled` only to whoever holds the right secret. */
  check(id: string, secret: string): 'right' | 'wrong' | 'disabled';
}

/** No application has this id: theirs are UUIDs. */
const nobody = 'nobody';

export function createOAuthClients(
  applications: ApplicationRepository,
  ports: Pick<Ports, 'randomBytes'>,
): OAuthClients {
  // The library wants a secret to compare with, and we keep none: should its comparison ever run, nothing fits this.
  const placeholder = ports.randomBytes(32).toString('base64url');
  const client = (id: string, name: string, scope: string): AdapterPayload => ({
    client_id: id,
    client_name: name,
    client_secret: placeholder,
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    // The library takes no empty list, and its absence for no limit: the grant reads absence as none.
    ...(scope === '' ? {} : { scope }),
  });
  // Always the same, so that an unknown id takes the same path as a known one, for about the same time.
  const decoy = client(nobody, nobody, '');

  return {
    find(id) {
      const found = applications.find(id);
      if (found?.method !== 'client_credentials') return decoy;
      return client(found.id, found.name, listObtainable(new Set(found.scopes)).join(' '));
    },
    check(id, secret) {
      if (!matchesSecret(secret, applications.findSecretHash(id))) return 'wrong';
      return applications.find(id)?.enabled === true ? 'right' : 'disabled';
    },
  };
}
