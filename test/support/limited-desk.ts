import type { DeskRows, OutcomeRow } from '../../src-main/domain/demo/desk-rows.ts';
import type { DataLimits } from '../../src-shared/domain/endpoint-settings.ts';
import { agent, monday9, smallDesk, status, team, ticketRow, type, user } from './small-desk.ts';

export const sharedWord = 'printer';

type Kind = 'ticket' | 'user' | 'asset' | 'client' | 'site';

/** A word that stands in one record of the desk and nowhere else. */
export function markOf(kind: Kind, id: number): string {
  return `mark${kind}${'abcdefghijklmnopqrstuvwxyz'[id % 26]}${id}x`;
}

/**
 * Three clients with a site each, and tickets of every client, team (or none) and type. Some users have moved to another
 * client since they logged a ticket, some assets are used by somebody of another client, and tickets refer to both.
 */
export function limitedDesk(): DeskRows {
  const rows = smallDesk();
  rows.desk_client.push({ id: 3, name: 'Westwind', notes: '', inactive: 0, created_at: monday9 });
  rows.desk_site.push({ id: 4, client_id: 3, name: 'West', address: '', phone: '', inactive: 0 });
  const [uma, ...rest] = rows.desk_user;
  if (uma === undefined) throw new Error('The small desk has users.');
  rows.desk_user = [uma, ...rest, { ...uma, id: 7, site_id: 4, email: 'wes@west.example' }];
  for (const each of rows.desk_client) each.name = `Client ${markOf('client', each.id)}`;
  for (const each of rows.desk_site) each.name = `Site ${markOf('site', each.id)}`;
  for (const each of rows.desk_user) each.name = `User ${markOf('user', each.id)}`;

  const people = [user.uma, user.cleo, user.eve, 7];
  const sites = [1, 2, 3, 4];
  for (const [index, site_id] of [...sites, ...sites, ...sites].entries()) {
    const id = index + 1;
    // The last four are used by somebody who belongs elsewhere.
    const user_id = index < 4 ? null : (people[(index + (index < 8 ? 0 : 1)) % 4] ?? null);
    rows.desk_asset.push({
      ...{ id, tag: markOf('asset', id), type_id: 1, site_id, user_id, status: 'In use', manufacturer: '' },
      ...{ model: sharedWord, serial_number: '', warranty_ends_at: null, notes: '', inactive: 0, created_at: monday9 },
    });
  }
  let id = 0;
  for (const [index, user_id] of people.entries()) {
    for (const team_id of [team.first, team.second, null]) {
      for (const type_id of [type.incident, type.change]) {
        id += 1;
        const hasMoved = id % 7 === 0;
        rows.desk_ticket.push(
          ticketRow(id, {
            ...{ user_id, team_id, type_id, agent_id: id % 2 === 0 ? agent.ada : null },
            site_id: sites[(index + (hasMoved ? 1 : 0)) % 4] ?? 1,
            status_id: id % 5 === 0 ? status.closed : status.inProgress,
            closed_at: id % 5 === 0 ? monday9 : null,
            parent_id: id > 1 ? id - 1 : null,
            summary: `A ${sharedWord} ${markOf('ticket', id)}`,
            details: `It is the ${sharedWord} again.`,
          }),
        );
        rows.desk_ticket_asset.push({ id, ticket_id: id, asset_id: (id % 12) + 1 });
      }
    }
  }
  rows.desk_outcome.push(...movingOutcomes);
  for (const ticket of rows.desk_ticket) {
    for (const [proposes, values] of Object.entries(suggestedValues)) {
      for (const value_id of values) {
        rows.desk_suggestion.push({
          ...{ id: rows.desk_suggestion.length + 1, ticket_id: ticket.id, rule_id: null, value_id, value_text: null },
          ...{ proposes: proposes as keyof typeof suggestedValues, score: 1, agreed: 0, considered: 0 },
          ...{ evidence: '[]', counted: '[]', state: 'open', made_at: monday9, decided_at: null, decided_by: null },
        });
      }
    }
  }
  return rows;
}

/** What is suggested for every ticket: all that limits can forbid. */
const suggestedValues = {
  type: [type.incident, type.change],
  team: [team.first, team.second],
  agent: [agent.ada, agent.tess, agent.otto],
};

/** Actions that can be used on every ticket, most of which give it to somebody. */
const movingOutcomes: readonly OutcomeRow[] = [
  { name: 'To First Line', team_id: team.first, for_users: 1 as const },
  { name: 'To Second Line', team_id: team.second, for_users: 1 as const },
  { name: 'Take', assigns: 'self' as const },
  { name: 'Give to Tess', assigns: 'agent' as const, agent_id: agent.tess },
  { name: 'Give to Otto', assigns: 'agent' as const, agent_id: agent.otto },
  { name: 'Take to Second Line', assigns: 'self' as const, team_id: team.second },
  { name: 'Close', status_id: status.closed, for_users: 1 as const },
].map((more, index) => ({
  ...{ id: index + 1, label: more.name, quick: 1, for_agents: 1, for_users: 0, always: 1, private: 0, note: 'Done.' },
  ...{ note_required: 0, status_id: null, team_id: null, assigns: 'keep', agent_id: null, priority_id: null },
  ...{ seconds: 0, inactive: 0, sequence: index + 1 },
  ...more,
}));

export interface Inside {
  readonly has: (kind: Kind, id: number) => boolean;
  /** Ids of the records of the kind, in the limits and outside of them. */
  readonly ids: (kind: Kind) => { readonly inside: number[]; readonly outside: number[] };
}

/** What the limits leave, by the words of the specification and without the product's own code. */
export function withinLimits(rows: DeskRows, { clientIds, teamIds, ticketTypeIds }: DataLimits): Inside {
  const among = (list: readonly number[], id: number | null | undefined): boolean =>
    list.length === 0 || (id !== null && id !== undefined && list.includes(id));
  const clientOfSite = (id: number) => rows.desk_site.find((site) => site.id === id)?.client_id;
  const clientOfUser = (id: number) => clientOfSite(rows.desk_user.find((each) => each.id === id)?.site_id ?? 0);
  const tests: Readonly<Record<Kind, (id: number) => boolean>> = {
    client: (id) => among(clientIds, id),
    site: (id) => among(clientIds, clientOfSite(id)),
    user: (id) => among(clientIds, clientOfUser(id)),
    asset(id) {
      const asset = rows.desk_asset.find((each) => each.id === id);
      const isUsed = asset?.user_id !== null && asset?.user_id !== undefined;
      return among(clientIds, clientOfSite(asset?.site_id ?? 0)) && (!isUsed || tests.user(asset.user_id ?? 0));
    },
    ticket(id) {
      const ticket = rows.desk_ticket.find((each) => each.id === id);
      if (ticket === undefined) return false;
      const isOfClient = among(clientIds, clientOfSite(ticket.site_id)) && tests.user(ticket.user_id);
      return isOfClient && among(teamIds, ticket.team_id) && among(ticketTypeIds, ticket.type_id);
    },
  };
  const all: Readonly<Record<Kind, readonly { readonly id: number }[]>> = {
    ticket: rows.desk_ticket,
    user: rows.desk_user,
    asset: rows.desk_asset,
    client: rows.desk_client,
    site: rows.desk_site,
  };
  return {
    has: (kind, id) => tests[kind](id),
    ids(kind) {
      const ids = all[kind].map(({ id }) => id);
      return { inside: ids.filter((id) => tests[kind](id)), outside: ids.filter((id) => !tests[kind](id)) };
    },
  };
}
