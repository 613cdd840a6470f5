import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { ChangeSets } from '../../db/change-sets.ts';
import type { FoundRecord, OAuthRecordRepository } from '../../db/repositories/oauth-record-repository.ts';
import type { Ports } from '../../ports.ts';
import { recordId } from '../secrets.ts';
import type { OAuthClients } from './oauth-clients.ts';

interface Needs extends Pick<ChangeSets, 'inTransaction'> {
  readonly records: OAuthRecordRepository;
  readonly clients: OAuthClients;
  readonly ports: Pick<Ports, 'now'>;
}

/** Kinds whose id is the token itself: only its hash is stored, so the database holds nothing that can be presented. */
const bearerKinds: ReadonlySet<string> = new Set([
  'AccessToken',
  'AuthorizationCode',
  'ClientCredentials',
  'InitialAccessToken',
  'RefreshToken',
  'RegistrationAccessToken',
]);

/** Expired records stay this long, so that their holder can be told so. */
const grace = 3_600_000;
/** Every new record removes up to this many old ones: more than come in, and never long. */
const pruned = 100;

/** The library's storage, one adapter for each kind of record, over our tables. */
export function createOAuthAdapter(kind: string, needs: Needs): Adapter {
  const { records, ports, inTransaction } = needs;
  const hidden = bearerKinds.has(kind);
  const storedId = (id: string) => (hidden ? recordId(id) : id);

  const find = (by: 'id' | 'uid' | 'userCode', value: string) =>
    payloadOf(records.find(kind, by, by === 'id' ? storedId(value) : value, ports.now()));

  return {
    async upsert(id, payload, expiresIn) {
      if (kind === 'Client') throw new Error('Applications are made in the workbench, not by the OAuth server.');
      const { jti, ...rest } = payload;
      const now = ports.now();
      inTransaction(() => {
        records.upsert({
          kind,
          id: storedId(id),
          payload: hidden ? rest : { ...rest, jti },
          ...{ clientId: payload.clientId, grantId: payload.grantId },
          ...{ userCode: payload.userCode, uid: payload.uid },
          expiresAt: expiresIn === undefined ? undefined : now + expiresIn * 1000,
        });
        records.prune(now - grace, pruned);
      });
    },
    async find(id) {
      if (kind === 'Client') return needs.clients.find(id);
      const found = find('id', id);
      return found && (hidden ? { ...found, jti: id } : found);
    },
    findByUid: async (uid) => find('uid', uid),
    findByUserCode: async (userCode) => find('userCode', userCode),
    consume: async (id) => inTransaction(() => records.consume(kind, storedId(id), ports.now())),
    destroy: async (id) => inTransaction(() => records.remove(kind, storedId(id))),
    revokeByGrantId: async (grantId) => inTransaction(() => records.removeByGrant(grantId)),
  };
}

function payloadOf(found: FoundRecord | undefined): AdapterPayload | undefined {
  if (found === undefined) return undefined;
  const { payload, consumedAt } = found;
  return consumedAt === undefined ? payload : { ...payload, consumed: Math.floor(consumedAt / 1000) };
}
