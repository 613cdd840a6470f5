import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Access } from '../../src-main/access/create-access.ts';
import { createOAuthServer, type OAuthServer } from '../../src-main/access/oauth/create-oauth-server.ts';
import type { ActsAs } from '../../src-main/db/repositories/application-repository.ts';
import { openAccessDesk } from './access-desk.ts';

export interface TokenReply {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly scope?: string;
}

/** An OAuth server behind a real HTTP server, and one application to ask it for tokens. */
export async function openOAuthDesk(input: { readonly scopes?: string[]; readonly actsAs?: ActsAs } = {}) {
  const { scopes = ['edit:tickets', 'read:kb'], actsAs = { kind: 'service' } } = input;
  const desk = openAccessDesk();
  let oauth: OAuthServer | undefined;
  const server = createServer((request, response) => void oauth?.handle(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const start = async (): Promise<void> => {
    oauth = await createOAuthServer({ database: desk.database, ports: desk.ports, origin });
  };
  await start();

  const created = desk.access.applications.create({ name: 'Robot', method: 'client_credentials', actsAs, scopes });
  const { application, secret = '' } = created;
  const form = { grant_type: 'client_credentials', client_id: application.id, client_secret: secret };

  const post = (
    fields: Record<string, string> | [string, string][],
    headers: Record<string, string> = {},
    query = '',
  ) => fetch(`${origin}/auth/token${query}`, { method: 'POST', headers, body: new URLSearchParams(fields) });
  /** A token for the fields, which are added to Halo's own form. */
  const issue = async (fields: Record<string, string> = {}): Promise<TokenReply> => {
    const reply = await post({ ...form, ...fields });
    if (reply.status !== 200) throw new Error(await reply.text());
    return (await reply.json()) as TokenReply;
  };
  const use = (token: string, access: Access = desk.access) =>
    access.authenticate({ authorization: `Bearer ${token}` });

  /** As the other members, but read anew: a restart opens another. */
  const database = () => desk.database;
  return { ...desk, database, application, secret, form, origin, post, issue, use, start };
}
