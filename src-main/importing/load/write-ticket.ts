import type { DeskRow } from '../../db/repositories/desk-writer.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { LoadContext } from './load-context.ts';
import type { Names } from './names.ts';
import { readValues } from './row-values.ts';
import { given, type Outcome, saveRecord, syncBelongings } from './save-record.ts';
import { createHistory } from './write-history.ts';

const longestSummary = 255;
const unknownUser = 'Unknown user';

/** Tickets with their history, custom fields and the tickets that they repeat or belong to. */
export function createTicketWriter(context: LoadContext, names: Names) {
  const { target, records, plan, now, remark } = context;
  const { lists, people, places } = names;
  const history = createHistory(context, names);

  const readSummary = (summary: string | undefined, details: string): string | undefined => {
    const line =
      summary ??
      details
        .split('\n')
        .find((each) => each.trim() !== '')
        ?.trim();
    return line === undefined || line === '' ? undefined : line;
  };

  /** Everything that the ticket's own row says; names that are missing are made on the way. */
  const read = (mapped: MappedRow) => {
    const values = readValues(mapped);
    const typeId = names.idOf('type', values.text('type'));
    const type = (typeId === undefined ? undefined : lists.typeOf(typeId)) ?? lists.defaultType;
    const openedAt = values.when('openedAt') ?? mapped.entries.find(({ at }) => at !== undefined)?.at;
    const closedAt = values.when('closedAt');
    const statusName = values.text('status');
    const usual = closedAt === undefined ? type.initialStatusId : type.closedStatusId;
    const statusId = names.idOf('status', statusName) ?? usual;
    return { values, type, typeId: typeId ?? lists.defaultType.id, openedAt, closedAt, statusId };
  };

  return (mapped: MappedRow): Outcome => {
    const known = records.find('ticket', mapped.externalId, plan.source);
    if (known?.fingerprint === mapped.fingerprint) return 'unchanged';
    const details = readValues(mapped).text('details') ?? '';
    const summary = readSummary(readValues(mapped).text('summary'), details);
    if (summary === undefined) return { refused: 'Summary is missing, and there are no details to take it from.' };

    const { values, type, typeId, openedAt, closedAt, statusId } = read(mapped);
    const isTooLong = summary.length > longestSummary;
    const place = { client: values.text('client'), site: values.text('site') };
    const user = readUser(values.text('user'), place);
    const isClosed = lists.statusOf(statusId)?.kind === 'closed';
    const opened = openedAt ?? closedAt ?? now;
    const opening = { at: opened, statusId: history.firstStatus(mapped.entries) ?? statusId };
    const actions = history.rows(mapped.entries, opening);
    const lastAt = Math.max(opened, closedAt ?? 0, values.when('lastActionAt') ?? 0, ...lastOf(actions));
    const closure = [...actions].reverse().find(({ kind }) => kind === 'closure')?.['at'];
    const response = actions.find((row) => row['agent_id'] !== null && row['private'] === 0)?.['at'];
    const agentId = names.idOf('agent', values.text('agent'));

    const shared = given({
      summary: isTooLong ? `${summary.slice(0, longestSummary - 1)}…` : summary,
      // Nothing is lost: a summary that is too long for the desk stands whole above the details.
      details: isTooLong ? `${summary}\n\n${details}` : values.text('details'),
      category_id: names.idOf('category', values.text('category')),
      team_id: names.idOf('team', values.text('team')),
      agent_id: agentId,
      closure_note: values.text('closureNote'),
      fix_by_at: values.when('fixByAt'),
      responded_at: values.when('respondedAt') ?? response,
      status_id: statusId,
      closed_at: isClosed ? (closedAt ?? closure ?? lastAt) : null,
      last_action_at: lastAt,
      opened_at: openedAt,
      type_id: values.text('type') === undefined ? undefined : typeId,
      priority_id: names.idOf('priority', values.text('priority')),
      site_id: place.site === undefined && place.client === undefined ? undefined : places.site(place).id,
      user_id: values.text('user') === undefined ? undefined : user.id,
    });
    const logged: DeskRow = {
      ...{ kind: 'logged', outcome: 'Logged', agent_id: null, user_id: user.id, actor: nameOf(values.text('user')) },
      ...{
        private: 0,
        note: details,
        seconds: 0,
        status_before_id: null,
        status_after_id: opening.statusId,
        at: opened,
      },
    };
    return saveRecord(context, {
      kind: 'ticket',
      table: 'desk_ticket',
      mapped,
      whole: () => ({
        ...{ type_id: typeId, status_id: statusId, priority_id: type.defaultPriorityId, category_id: null },
        ...{ site_id: user.siteId, user_id: user.id, team_id: null, agent_id: null, service_id: null, parent_id: null },
        ...{ summary: '', details: '', source: 'import', opened_at: opened, respond_by_at: null, responded_at: null },
        ...{ fix_by_at: null, held_since_at: null, held_seconds: 0, closed_at: null, closure_note: '' },
        last_action_at: lastAt,
        ...shared,
      }),
      changes: () => shared,
      belongings: (id, isNew) => {
        const areActionsChanged = syncActions(id, isNew, [logged, ...actions]);
        const areFieldsChanged = syncFields(id, isNew, mapped.custom);
        const parent = values.text('parent');
        if (parent !== undefined) records.link(id, parent);
        return areActionsChanged || areFieldsChanged;
      },
    });
  };

  function readUser(text: string | undefined, place: { client: string | undefined; site: string | undefined }) {
    if (text === undefined) return people.user(unknownUser, {});
    if (names.policyOf('user') === 'create' || people.find(text) !== undefined) return people.user(text, place);
    remark("User: somebody whom the desk does not know is named, so the ticket is the unknown user's.");
    return people.user(unknownUser, {});
  }

  function nameOf(text: string | undefined): string {
    return text === undefined ? unknownUser : (people.find(text)?.name ?? text);
  }

  /**
   * The history that came with the ticket before is compared entry by entry; what was added on the desk stays where it
   * is, and new entries come after it.
   */
  function syncActions(id: number, isNew: boolean, wanted: readonly DeskRow[]): boolean {
    if (isNew) {
      wanted.forEach((row, index) => target.insert('desk_action', { ticket_id: id, number: index + 1, ...row }));
      return true;
    }
    const all = target.listBy('desk_action', 'ticket_id', id);
    const brought = all.filter((row) => records.isBrought('desk_action', Number(row['id'])));
    let number = Math.max(0, ...all.map((row) => Number(row['number'])));
    let changed = false;
    wanted.forEach((row, index) => {
      const there = brought[index];
      if (there !== undefined) changed = target.update('desk_action', Number(there['id']), row) || changed;
      else {
        target.insert('desk_action', { ticket_id: id, number: (number += 1), ...row });
        changed = true;
      }
    });
    for (const row of brought.slice(wanted.length)) {
      target.remove('desk_action', Number(row['id']));
      changed = true;
    }
    return changed;
  }

  function syncFields(id: number, isNew: boolean, custom: Readonly<Record<string, string>>): boolean {
    const wanted = Object.entries(custom).map(([label, value]) => ({ field_id: lists.customField(label), value }));
    if (wanted.length === 0 && isNew) return false;
    return syncBelongings(context, {
      ...{ table: 'desk_ticket_field', parent: 'ticket_id', parentId: id, key: 'field_id', isNew, removeOthers: false },
      wanted,
    });
  }
}

function lastOf(actions: readonly DeskRow[]): number[] {
  const last = actions.at(-1)?.['at'];
  return typeof last === 'number' ? [last] : [];
}
