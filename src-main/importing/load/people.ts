import { createBoundedMap } from './bounded-map.ts';
import { deskRow } from './desk-row.ts';
import { inventEmail } from './invent-email.ts';
import type { LoadContext } from './load-context.ts';
import type { Places } from './places.ts';
import type { ShortLists } from './short-lists.ts';

export interface Person {
  readonly name: string;
  readonly agentId: number | undefined;
  /** With the site, which is also a ticket's. */
  readonly user: { readonly id: number; readonly siteId: number } | undefined;
}

/** Agents and users by an id of another system, an address or a name. */
export function createPeople({ target, lookups, records, plan, now }: LoadContext, places: Places, lists: ShortLists) {
  const known = createBoundedMap<Person>(50_000);
  /** Whom nobody on the desk was found to be. Forgotten as soon as somebody is made. */
  const unknown = createBoundedMap<true>(50_000);

  const asUser = (id: number): Person | undefined => {
    // Of a dry run, which makes nobody.
    if (id < 0) return { name: '', agentId: undefined, user: { id, siteId: id } };
    const user = lookups.user(id);
    if (user === undefined) return undefined;
    const place = { id, siteId: user.siteId };
    return { name: user.name, agentId: user.linkedAgentId ?? undefined, user: place };
  };

  const asAgent = (id: number): Person | undefined => {
    if (id < 0) return { name: '', agentId: id, user: undefined };
    const agent = lookups.agent(id);
    if (agent === undefined) return undefined;
    const user = lookups.userOfAgent(id);
    return { name: agent.name, agentId: id, user: user && { id: user.id, siteId: user.siteId } };
  };

  const only = <Row>(rows: readonly Row[]): Row | undefined => (rows.length === 1 ? rows[0] : undefined);

  const search = (text: string): Person | undefined => {
    const agent = records.lookUp('agent', text);
    if (agent !== undefined) return asAgent(agent.recordId);
    const user = records.lookUp('user', text);
    if (user !== undefined) return asUser(user.recordId);
    const isAddress = text.includes('@');
    const agentRow = only(isAddress ? lookups.agentsByEmail(text) : lookups.agentsByName(text));
    if (agentRow !== undefined) return asAgent(agentRow.id);
    const userRow = only(isAddress ? lookups.usersByEmail(text) : lookups.usersByName(text));
    return userRow && asUser(userRow.id);
  };

  const find = (text: string): Person | undefined => {
    const kept = known.get(text);
    if (kept !== undefined || unknown.get(text) === true) return kept;
    const found = search(text);
    if (found !== undefined) return known.set(text, found);
    unknown.set(text, true);
    return undefined;
  };
  const know = (text: string, person: Person): void => {
    unknown.clear();
    known.set(text, person);
  };

  const freeEmail = (wanted: string | undefined, text: string, isTaken: (email: string) => boolean): string =>
    wanted !== undefined && !isTaken(wanted) ? wanted : inventEmail(text, plan.source);

  const hasUser = (email: string): boolean => lookups.usersByEmail(email).length > 0;
  const hasAgent = (email: string): boolean => lookups.agentsByEmail(email).length > 0;

  return {
    find,
    hasUser,
    hasAgent,
    /** The person as somebody who can have tickets; made, or given a user of their own, where there is none yet. */
    user(text: string, place: { client?: string | undefined; site?: string | undefined }) {
      const person = find(text);
      if (person?.user !== undefined) return person.user;
      const site = places.site(place);
      const agent = person?.agentId === undefined ? undefined : lookups.agent(person.agentId);
      const name = person?.name ?? (text.includes('@') ? (text.split('@')[0] ?? text) : text);
      const wanted = agent?.email ?? (text.includes('@') ? text : undefined);
      const email = freeEmail(wanted, text, hasUser);
      const id = target.insert(
        'desk_user',
        deskRow.user({ site_id: site.id, name, email, created_at: now, linked_agent_id: agent?.id ?? null }),
      );
      // An agent is found as one; whoever was only named is known by that name from now on.
      if (person === undefined) records.add('user', text, id);
      const user = { id, siteId: site.id };
      know(text, { name, agentId: person?.agentId, user });
      return user;
    },
    /** The person as somebody who works on tickets; made where there is none yet. */
    agent(text: string): number {
      const person = find(text);
      if (person?.agentId !== undefined) return person.agentId;
      const user = person?.user === undefined ? undefined : lookups.user(person.user.id);
      const name = person?.name ?? (text.includes('@') ? (text.split('@')[0] ?? text) : text);
      const wanted = user?.email ?? (text.includes('@') ? text : undefined);
      const email = freeEmail(wanted, text, hasAgent);
      const role = lists.role.usual;
      if (role === undefined) throw new Error('A desk without roles cannot take agents.');
      const id = target.insert('desk_agent', deskRow.agent({ name, email, role_id: role.id, created_at: now }));
      if (user !== undefined) target.update('desk_user', user.id, { linked_agent_id: id });
      records.add('agent', text, id);
      know(text, { name, agentId: id, user: person?.user });
      return id;
    },
    /** A new address, or one that leads nowhere. */
    emailFor: freeEmail,
  };
}
