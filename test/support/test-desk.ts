import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src-main/db/open-database.ts';
import { loadDeskRows } from '../../src-main/db/repositories/desk-load.ts';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import { createDesk } from '../../src-main/domain/desk.ts';
import { type Principal, principalLabel, type UserPrincipal, viewerOf } from '../../src-main/domain/principal.ts';
import { prepareFindAlike } from '../../src-main/search/find-alike.ts';
import { prepareSearchQuery } from '../../src-main/search/search-query.ts';
import type { Column, SystemTool, ToolContext } from '../../src-main/tools/define-tool.ts';
import { systemTools } from '../../src-main/tools/system/index.ts';
import { type EndpointSettings, endpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import type { Profile } from '../../src-shared/domain/profiles.ts';
import { monday9 } from './small-desk.ts';

interface CallOptions {
  readonly at?: number;
  readonly endpoint?: Partial<EndpointSettings>;
  readonly profile?: Profile;
}

interface Row {
  readonly [field: string]: unknown;
  readonly id: number;
}

type Rows = Readonly<
  Record<
    'tickets' | 'articles' | 'services' | 'assets' | 'users' | 'clients' | 'sites' | 'conversation',
    readonly Row[]
  >
>;

/** A tool's output, with the fields that tests look into; its schema says which of them a tool has. */
export interface Answer extends Rows {
  readonly [field: string]: unknown;
  readonly record_count: number;
}

/** A desk in a folder of its own, with a way to run the system tools over it as somebody. Close it after use. */
export function openTestDesk(rows: DeskRows) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const silent = () => undefined;
  const log = { info: silent, warn: silent, error: silent };
  let bytes = 0;
  const ports = { now: () => monday9, uuid: () => `${(bytes += 1)}`, randomBytes: (n: number) => Buffer.alloc(n), log };
  const database = openDatabase(folder, ports);
  const reset = { kind: 'reset', actor: 'test', label: 'rows', ledger: 'summary' } as const;
  database.inChangeSet(reset, () => loadDeskRows(database.connection, rows));
  const desk = createDesk(database.connection);
  const runSearch = prepareSearchQuery(database.connection);
  const findAlike = prepareFindAlike(database.connection);
  const search = {
    search: async (input: Parameters<typeof runSearch>[0]) => runSearch(input),
    findAlike: async (input: Parameters<typeof findAlike>[0]) => findAlike(input),
  };

  /** Parses the arguments as the endpoint would, runs the tool, and parses the result by the tool's output schema. */
  async function call(
    name: string,
    principal: Principal,
    input: object = {},
    options: CallOptions = {},
  ): Promise<Answer> {
    const tool = systemTools.find((each) => each.name === name) as SystemTool;
    const endpoint = endpointSettings.parse(options.endpoint ?? {});
    const column: Column = principal.kind === 'user' ? 'user' : 'default';
    const placement = { column, profile: options.profile ?? 'latest' };
    const limits = {
      unlimited: endpoint.mode === 'halo-compatible',
      agentsSeePrivateNotes: endpoint.agentsSeePrivateNotes,
    };
    const viewer = viewerOf(principal, limits);
    const context: ToolContext = {
      principal,
      viewer,
      endpoint,
      placement,
      desk,
      search,
      now: options.at ?? monday9,
      report: async () => undefined,
      signal: new AbortController().signal,
      derive: (label, work) => database.inChangeSet({ kind: 'rule', actor: principalLabel(principal), label }, work),
    };
    const parsed = tool.input(placement).parse(input);
    const output =
      tool.kind === 'read'
        ? await tool.run(parsed, context)
        : database.inChangeSet({ kind: 'call', actor: principalLabel(principal), label: name }, () =>
            tool.run(parsed, context),
          );
    return tool.output.parse(output) as Answer;
  }

  return {
    database,
    desk,
    call,
    write: <T>(work: () => T): T => database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, work),
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type TestDesk = ReturnType<typeof openTestDesk>;

const bearer = { scopes: new Set(['all'] as const) };

export function agentPrincipal(rows: DeskRows, id: number): Principal {
  const row = rows.desk_agent.find((each) => each.id === id);
  const role = rows.desk_role.find((each) => each.id === row?.role_id);
  if (row === undefined || role === undefined) throw new Error(`There is no agent ${id}.`);
  const { tickets, articles, customers, assets, time, sees } = role;
  return {
    ...bearer,
    kind: 'agent',
    agentId: id,
    name: row.name,
    email: row.email,
    role: { administrator: role.administrator === 1, areas: { tickets, articles, customers, assets, time }, sees },
    teamIds: rows.desk_agent_team.filter((each) => each.agent_id === id).map((each) => each.team_id),
    apiOnly: row.api_only === 1,
  };
}

export function userPrincipal(rows: DeskRows, id: number): UserPrincipal {
  const row = rows.desk_user.find((each) => each.id === id);
  const site = rows.desk_site.find((each) => each.id === row?.site_id);
  if (row === undefined || site === undefined) throw new Error(`There is no user ${id}.`);
  const { name, email, sees } = row;
  return { ...bearer, kind: 'user', userId: id, name, email, siteId: site.id, clientId: site.client_id, sees };
}
