/** What a list of tickets is narrowed by; everything given must hold. */
export interface TicketListFilters {
  readonly statusIds?: readonly number[] | undefined;
  readonly typeIds?: readonly number[] | undefined;
  readonly priorityIds?: readonly number[] | undefined;
  readonly teamIds?: readonly number[] | undefined;
  readonly agentIds?: readonly number[] | undefined;
  readonly unassigned?: boolean | undefined;
  readonly clientId?: number | undefined;
  readonly userId?: number | undefined;
  readonly assetId?: number | undefined;
  readonly open: 'open' | 'closed' | 'all';
  readonly overdue?: boolean | undefined;
  readonly madeByAi?: boolean | undefined;
}

export interface TicketConditions {
  /** A boolean SQL expression over `desk_ticket t`. */
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  /** Few tickets satisfy it, and an index of theirs finds them. */
  readonly selective: boolean;
  /** The index that holds them all and little else, which is read instead of that of the sort. */
  readonly listedOn: string | undefined;
  /** The index on which the tickets are counted soonest; undefined leaves it to SQLite. */
  readonly countedOn: string | undefined;
}

/** Past the time by which it was to be fixed: the clock of a ticket on hold stands where the hold began. */
export const overdueCondition = `(t.fix_by_at < coalesce(t.held_since_at, ?)
  AND t.status_id IN (SELECT id FROM desk_status WHERE kind = 'open'))`;

const indexOfMadeByAi = 'desk_ticket_made_by_ai';
const madeByAi = 't.virtual_agent_id IS NOT NULL';
/** No list index has the column, but which tickets have a value in it is known without reading any. */
const allMadeByAi = `SELECT m.id FROM desk_ticket m INDEXED BY ${indexOfMadeByAi} WHERE m.virtual_agent_id IS NOT NULL`;

function isSelective(filters: TicketListFilters): boolean {
  return filters.userId !== undefined || filters.assetId !== undefined;
}

export function ticketConditions(filters: TicketListFilters, now: number): TicketConditions {
  const parts: string[] = [];
  const parameters: (string | number)[] = [];
  const add = (sql: string, ...values: (string | number)[]): void => {
    parts.push(sql);
    parameters.push(...values);
  };
  const among = (column: string, ids: readonly number[] | undefined): void => {
    if (ids !== undefined && ids.length > 0) add(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(ids));
  };

  among('t.status_id', filters.statusIds);
  among('t.type_id', filters.typeIds);
  among('t.priority_id', filters.priorityIds);
  among('t.team_id', filters.teamIds);
  const agents = filters.agentIds ?? [];
  if (filters.unassigned === true && agents.length > 0) {
    add('(t.agent_id IS NULL OR t.agent_id IN (SELECT value FROM json_each(?)))', JSON.stringify(agents));
  } else if (filters.unassigned === true) add('t.agent_id IS NULL');
  else {
    if (filters.unassigned === false) add('t.agent_id IS NOT NULL');
    among('t.agent_id', agents);
  }
  if (filters.clientId !== undefined) {
    add('t.site_id IN (SELECT id FROM desk_site WHERE client_id = ?)', filters.clientId);
  }
  if (filters.userId !== undefined) add('t.user_id = ?', filters.userId);
  if (filters.assetId !== undefined) {
    add('t.id IN (SELECT ticket_id FROM desk_ticket_asset WHERE asset_id = ?)', filters.assetId);
  }
  if (filters.open !== 'all') add('t.status_id IN (SELECT id FROM desk_status WHERE kind = ?)', filters.open);
  if (filters.overdue !== undefined)
    add(`${filters.overdue ? '' : 'NOT coalesce'}${overdueOrNot(filters.overdue)}`, now);
  if (filters.madeByAi !== undefined) add(filters.madeByAi ? madeByAi : `t.id NOT IN (${allMadeByAi})`);
  const selective = isSelective(filters);
  return {
    sql: parts.length === 0 ? '1' : parts.join(' AND '),
    parameters,
    countedOn: chooseIndex(filters),
    listedOn: filters.madeByAi === true && !selective ? indexOfMadeByAi : undefined,
    selective,
  };
}

/**
 * Counting reads every entry that an index leaves. Of a million tickets all on `desk_ticket_by_id` take 120 ms; one facet,
 * with or without the status, is a stretch of its own index, and open ones are few on most desks.
 */
function chooseIndex(filters: TicketListFilters): string | undefined {
  if (isSelective(filters)) return undefined;
  if (filters.madeByAi === true) return indexOfMadeByAi;
  const isOneOf = (ids: readonly number[] | undefined): boolean => ids !== undefined && ids.length > 0;
  const hasStatus = filters.open !== 'all' || isOneOf(filters.statusIds);
  const facets = [
    { used: isOneOf(filters.typeIds), index: hasStatus ? undefined : 'desk_ticket_type_recent' },
    { used: isOneOf(filters.priorityIds), index: hasStatus ? undefined : 'desk_ticket_priority_recent' },
    { used: isOneOf(filters.teamIds), index: 'desk_ticket_team_status' },
    { used: isOneOf(filters.agentIds), index: filters.unassigned === true ? undefined : 'desk_ticket_agent_status' },
    { used: filters.unassigned === true, index: 'desk_ticket_agent_status' },
    { used: filters.clientId !== undefined, index: 'desk_ticket_site_status' },
    { used: filters.unassigned === false, index: undefined },
    { used: filters.overdue !== undefined, index: undefined },
    { used: filters.madeByAi !== undefined, index: undefined },
  ].filter(({ used }) => used);
  if (facets.length === 0) return undefined;
  const [only] = facets;
  if (facets.length === 1 && only?.index !== undefined) return only.index;
  return filters.open === 'open' ? 'desk_ticket_by_status' : 'desk_ticket_by_id';
}

function overdueOrNot(overdue: boolean): string {
  return overdue ? overdueCondition : `(${overdueCondition}, 0)`;
}
