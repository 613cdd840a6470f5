import type { MappedRow } from '../map/mapped-row.ts';
import { createTicketFinder } from './find-ticket.ts';
import type { LoadContext } from './load-context.ts';
import type { Names } from './names.ts';
import { readValues } from './row-values.ts';
import type { Outcome } from './save-record.ts';
import { createHistory } from './write-history.ts';

/** Entries of a history that come as a file of their own, after their tickets. */
export function createActionWriter(context: LoadContext, names: Names) {
  const { target, records, plan, now } = context;
  const history = createHistory(context, names);
  const findTicket = createTicketFinder(context);

  return (mapped: MappedRow): Outcome => {
    const found = findTicket(mapped);
    if ('refused' in found) return found;
    const { ticket } = found;
    const ticketId = Number(ticket['id']);
    const values = readValues(mapped);
    const externalId = `${values.text('ticket') ?? ''} ${mapped.externalId}`;
    const known = records.find('action', externalId, plan.source);
    if (known?.fingerprint === mapped.fingerprint) return 'unchanged';
    const note = values.text('note') ?? '';
    const seconds = Math.round(Number(mapped.values['hours'] ?? 0) * 3600);
    const row = {
      kind: note === '' && seconds > 0 ? 'time' : 'note',
      outcome: values.text('outcome')?.slice(0, 200) ?? 'Comment',
      ...history.author(values.text('by') ?? ''),
      private: values.flag('private') ?? 0,
      note,
      seconds: Math.max(0, seconds),
      status_before_id: ticket['status_id'] ?? null,
      status_after_id: ticket['status_id'] ?? null,
      at: values.when('at') ?? now,
    };
    if (known !== undefined) {
      const changed = target.update('desk_action', known.recordId, row);
      records.setFingerprint({ kind: 'action', externalId, record: known }, mapped.fingerprint);
      return changed ? 'updated' : 'unchanged';
    }
    const id = target.insert('desk_action', {
      ticket_id: ticketId,
      number: records.nextActionNumber(ticketId),
      ...row,
    });
    records.add('action', externalId, id, { fingerprint: mapped.fingerprint });
    if (row.at > Number(ticket['last_action_at'])) {
      target.update('desk_ticket', ticketId, { last_action_at: row.at });
    }
    return 'created';
  };
}
