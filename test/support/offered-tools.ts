import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';

type Mark = 'x' | '(x)' | '-';
type Column = 'default' | 'agent' | 'user';
type Level = 'none' | 'read' | 'edit';
type Area = 'tickets' | 'articles' | 'customers' | 'assets' | 'time';

interface Line {
  readonly name: string;
  readonly marks: Readonly<Record<Column, Mark>>;
  readonly level: Exclude<Level, 'none'>;
  readonly since: string;
  readonly scopes: readonly string[];
  readonly area: Area | undefined;
  readonly forPeopleOnly: boolean;
  /** Not built yet: nobody is offered it. Take the word out when it is. */
  readonly missing: boolean;
}

/**
 * SPEC 5 written down by hand: the table, "Scopes a tool needs" and the last sentence about service applications. The
 * product's own register is not looked at, so that the two can disagree.
 */
const table = `
  tool                 D    A    U   kind  since   scopes                                 area       notes
  get_user_info        x    x    x   R     2.204   -                                      -
  get_knowledge        x    x    x   R     2.204   read:kb                                articles
  log_service_request  x    x    x   R     2.204   -                                      -
  get_assigned_tickets x    x    -   R     2.204   read:tickets                           tickets    people
  get_my_tickets       -    -    x   R     2.232   read:tickets                           tickets
  search_tickets       x    x    x   R     2.204   read:tickets                           tickets
  get_one_ticket       x    x    x   R     2.204   read:tickets                           tickets
  get_one_article      x    x    x   R     2.204   read:kb                                articles
  get_matches          x    x    -   R     2.204   read:tickets                           tickets
  add_note_to_ticket   x    (x)  -   W     2.204   edit:tickets                           tickets
  action_ticket        x    x    x   W     2.204   edit:tickets                           tickets
  apply_suggestion     x    x    -   W     2.204   edit:tickets                           tickets
  assign_to_me         x    x    -   W     2.204   edit:tickets                           tickets    people
  log_time             x    x    -   W     2.204   edit:timesheets,editMine:timesheets    time       people
  create_ticket        x    (x)  x   W     2.204   edit:tickets                           tickets
  update_ticket        -    -    x   W     2.232   edit:tickets                           tickets
  get_assets           x    (x)  -   R     2.236   read:assets                            assets
  get_one_asset        x    (x)  -   R     2.236   read:assets                            assets
  get_users            x    (x)  -   R     2.236   read:customers                         customers
  get_one_user         x    (x)  -   R     2.236   read:customers                         customers
  get_clients          (x)  (x)  -   R     latest  read:customers                         customers
  get_one_client       (x)  (x)  -   R     latest  read:customers                         customers
  get_sites            (x)  (x)  -   R     latest  read:customers                         customers
  get_one_site         (x)  (x)  -   R     latest  read:customers                         customers
  use_specific_action  x    x    x   W     2.238   edit:tickets                           tickets
`;

/** SPEC 6 for one tool of each kind, as test/support/custom-desk.ts makes them; who is offered one follows from what it is made of. */
const customTable = `
  tool                 D    A    U   kind  since   scopes                                 area       notes
  CF_incident          x    x    x   W     2.204   edit:tickets                           tickets
  CF_change            x    x    -   W     2.204   edit:tickets                           tickets
  CF_laptop            x    x    x   W     2.238   edit:tickets                           tickets
  CF_any               x    x    x   W     2.232   edit:tickets                           tickets
  CF_finish            x    x    -   W     2.238   edit:tickets                           tickets
  CF_take              x    x    -   W     2.238   edit:tickets                           tickets    people
  CF_withdraw          -    -    x   W     2.238   edit:tickets                           tickets
  CF_remark            x    x    x   W     2.238   edit:tickets                           tickets
`;

const parse = (table: string): Line[] =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', d, a, u, kind, since = '', scopes = '-', area, notes] = line.trim().split(/\s+/);
      return {
        name,
        marks: { default: d as Mark, agent: a as Mark, user: u as Mark },
        level: kind === 'W' ? 'edit' : 'read',
        since,
        scopes: scopes === '-' ? [] : scopes.split(','),
        area: area === '-' ? undefined : (area as Area),
        forPeopleOnly: notes === 'people',
        missing: notes === 'missing',
      };
    });

const lines = parse(table);
const customLines = parse(customTable);

export const allCustomNames = customLines.map(({ name }) => name);
export const allToolNames = lines.map(({ name }) => name);
export const builtToolNames = lines.filter(({ missing }) => !missing).map(({ name }) => name);

/** What decides about an account, in the words of the specification. */
export interface Account {
  readonly kind: 'agent' | 'user' | 'service';
  readonly scopes: readonly string[];
  /** Agents only: on a user collection they are the user whom they are linked to, if any. */
  readonly isUserToo?: boolean;
  /** Agents only; an administrator may everything. */
  readonly role?: 'administrator' | Readonly<Record<Area, Level>>;
}

/** The tools that SPEC 5 offers the account, by name in alphabetical order; undefined where it is let in to none. */
export function listExpectedTools(
  account: Account,
  settings: Pick<EndpointSettings, 'type' | 'mode' | 'profile' | 'includeAllSystemTools' | 'tools'> &
    Partial<Pick<EndpointSettings, 'customTools'>>,
): string[] | undefined {
  if (settings.type === 'user' && account.isUserToo === true) {
    return listExpectedTools({ kind: 'user', scopes: account.scopes }, settings);
  }
  const column = account.kind === 'user' && settings.type === 'default' ? 'user' : settings.type;
  if ((account.kind === 'user') !== (column === 'user')) return undefined;
  const custom = settings.customTools?.filter(({ enabled }) => enabled).map(({ name }) => name) ?? [];
  return [...lines, ...customLines]
    .filter((line) => !line.missing)
    .filter(({ marks, name }) => {
      if (marks[column] === '-') return false;
      if (name.startsWith('CF_')) return custom.includes(name);
      return settings.tools.includes(name) || (settings.includeAllSystemTools && marks[column] === 'x');
    })
    .filter(({ since }) => {
      const earliest = column === 'user' ? Math.max(release(since), release('2.232')) : release(since);
      return earliest <= release(settings.profile);
    })
    .filter(({ forPeopleOnly }) => !(forPeopleOnly && account.kind === 'service'))
    .filter(({ scopes }) => scopes.length === 0 || scopes.some((scope) => holds(account.scopes, scope)))
    .filter(({ area, level }) => settings.mode === 'halo-compatible' || roleAllows(account, area, level))
    .map(({ name }) => name)
    .sort();
}

function release(profile: string): number {
  return profile === 'latest' ? Infinity : Number(profile);
}

/** HALO.md 2.1: `all` is everything, `all:standard` everything of a desk, `edit:x` includes `read:x`. */
function holds(held: readonly string[], needed: string): boolean {
  const wider: Readonly<Record<string, string>> = {
    [needed]: needed,
    [needed.replace('read:', 'edit:')]: needed,
    [needed.replace('editMine:', 'edit:')]: needed,
    all: needed,
    'all:standard': needed,
  };
  return held.some((scope) => Object.hasOwn(wider, scope));
}

function roleAllows({ kind, role }: Account, area: Area | undefined, level: 'read' | 'edit'): boolean {
  if (kind !== 'agent' || area === undefined || role === undefined || role === 'administrator') return true;
  return role[area] === 'edit' || role[area] === level;
}
