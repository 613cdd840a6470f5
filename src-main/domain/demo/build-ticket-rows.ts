import { addWorkingSeconds, workingSecondsBetween, type WorkingCalendar } from '../sla/working-time.ts';
import { readCalendar } from '../sla/read-calendar.ts';
import type { ToldTicket } from './build-tickets.ts';
import type { DemoWorld } from './demo-world.ts';
import type { ActionRow, DeskRows, TicketRow } from './desk-rows.ts';
import { createNameIndex, numbered } from './name-index.ts';
import { walkWorkflows } from './walk-workflows.ts';

type TicketTables = Pick<
  DeskRows,
  | 'desk_ticket'
  | 'desk_action'
  | 'desk_ticket_field'
  | 'desk_ticket_asset'
  | 'desk_ticket_article'
  | 'desk_ticket_step'
  | 'desk_time_entry'
>;

/** Numbers told tickets and their actions in order of time, and works out what the SLA promised. */
export function buildTicketRows(
  world: DemoWorld,
  told: readonly ToldTicket[],
  names: { article: (key: string) => number; service: (name: string) => number },
): TicketTables {
  const { foundation } = world;
  const categoryId = createNameIndex('category', foundation.desk_category);
  const fieldId = createNameIndex('field', foundation.desk_field);
  const outcomes = new Map(foundation.desk_outcome.map(({ name, id }) => [name, id]));
  const types = new Map(foundation.desk_ticket_type.map((type) => [type.name, type]));
  const statuses = new Map(foundation.desk_status.map((status) => [status.id, status]));
  const calendars = foundation.desk_calendar.map(readCalendar);
  const stops = (status: number): boolean => {
    const row = statuses.get(status);
    return row?.holds_sla === 1 || row?.kind === 'closed';
  };
  const ids = new Map(told.map((ticket, index) => [ticket, world.definition.volume.first_ticket_id + index]));
  const desk_ticket: TicketRow[] = [];
  const actions: Omit<ActionRow, 'id'>[] = [];
  const fields: Omit<TicketTables['desk_ticket_field'][number], 'id'>[] = [];
  const assets: Omit<TicketTables['desk_ticket_asset'][number], 'id'>[] = [];
  const articles: Omit<TicketTables['desk_ticket_article'][number], 'id'>[] = [];

  for (const ticket of told) {
    const id = ids.get(ticket) as number;
    const type = types.get(ticket.typeName);
    const first = ticket.actions[0];
    const last = ticket.actions.at(-1);
    if (type === undefined || first === undefined || last === undefined)
      throw new RangeError('A ticket without a story.');
    const sla = foundation.desk_sla.find((each) => each.id === type.sla_id);
    const calendar = calendars[(sla?.calendar_id ?? 1) - 1] as WorkingCalendar;
    const target = foundation.desk_sla_target.find(
      (each) => each.sla_id === type.sla_id && each.priority_id === ticket.state.priorityId,
    );
    const held = heldTime(ticket, calendar, stops);
    const closed = statuses.get(last.after)?.kind === 'closed';
    const answered = ticket.actions.find(
      (action) => action.agent !== undefined && !action.private && action.kind !== 'logged',
    );
    const closing = ticket.actions.findLast((action) => action.kind === 'closure');
    desk_ticket.push({
      id,
      type_id: type.id,
      status_id: last.after,
      priority_id: ticket.state.priorityId,
      category_id: categoryId(ticket.category),
      site_id: ticket.user.site.id,
      user_id: ticket.user.row.id,
      team_id: ticket.state.teamId,
      // Nobody has taken what was only logged.
      agent_id: ticket.actions.some((action) => action.kind !== 'logged' || action.agent !== undefined)
        ? ((ticket.state.owner ?? ticket.state.agent)?.row.id ?? null)
        : null,
      service_id: ticket.service === undefined ? null : names.service(ticket.service),
      parent_id: ticket.parent === undefined ? null : (ids.get(ticket.parent) ?? null),
      summary: ticket.summary,
      details: ticket.details,
      source: ticket.source,
      opened_at: first.at,
      respond_by_at: target === undefined ? null : addWorkingSeconds(calendar, first.at, target.respond_seconds),
      responded_at: answered?.at ?? null,
      fix_by_at: target === undefined ? null : addWorkingSeconds(calendar, first.at, target.fix_seconds + held.seconds),
      held_since_at: closed ? null : held.since,
      held_seconds: held.seconds,
      closed_at: closed ? (closing?.at ?? last.at) : null,
      closure_note: closed ? ticket.state.closureNote : '',
      last_action_at: last.at,
      step_id: null,
    });
    for (const [index, action] of ticket.actions.entries()) {
      actions.push({
        ticket_id: id,
        number: index + 1,
        kind: action.kind,
        outcome: action.outcome,
        agent_id: action.agent?.row.id ?? null,
        user_id: action.user?.row.id ?? null,
        actor: action.actor,
        private: action.private ? 1 : 0,
        note: action.note,
        seconds: action.seconds,
        status_before_id: action.before,
        status_after_id: action.after,
        at: action.at,
        outcome_id: outcomes.get(action.outcome) ?? null,
      });
    }
    for (const [name, value] of Object.entries(ticket.fields)) {
      fields.push({ ticket_id: id, field_id: fieldId(name), value });
    }
    if (ticket.asset !== undefined) assets.push({ ticket_id: id, asset_id: ticket.asset.id });
    for (const key of ticket.articles) articles.push({ ticket_id: id, article_id: names.article(key) });
  }

  const desk_action = numbered(
    actions.sort((one, other) => one.at - other.at || one.ticket_id - other.ticket_id || one.number - other.number),
    (action, id): ActionRow => ({ id, ...action }),
  );
  const { moves, stepOf } = walkWorkflows(world.definition.foundation, foundation, desk_ticket, desk_action);
  const timed = desk_action.filter((action) => action.seconds > 0 && action.agent_id !== null);
  return {
    desk_ticket: desk_ticket.map((ticket) => ({ ...ticket, step_id: stepOf.get(ticket.id) ?? null })),
    desk_action,
    desk_ticket_step: moves,
    desk_ticket_field: numbered(fields, (row, id) => ({ id, ...row })),
    desk_ticket_asset: numbered(assets, (row, id) => ({ id, ...row })),
    desk_ticket_article: numbered(articles, (row, id) => ({ id, ...row })),
    desk_time_entry: numbered(timed, (action, id) => ({
      id,
      agent_id: action.agent_id as number,
      ticket_id: action.ticket_id,
      action_id: action.id,
      note: action.outcome,
      started_at: action.at - action.seconds * 1000,
      seconds: action.seconds,
    })),
  };
}

/** Working seconds that a ticket spent in statuses that stop the clock, up to now excluded when it still is in one. */
function heldTime(
  ticket: ToldTicket,
  calendar: WorkingCalendar,
  stops: (status: number) => boolean,
): { seconds: number; since: number | null } {
  let seconds = 0;
  let since: number | null = null;
  for (const action of ticket.actions) {
    const stopped = stops(action.after);
    if (since === null && stopped) since = action.at;
    if (since !== null && !stopped) {
      seconds += workingSecondsBetween(calendar, since, action.at);
      since = null;
    }
  }
  return { seconds, since };
}
