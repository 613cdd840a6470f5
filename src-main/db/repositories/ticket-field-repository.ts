import type { Connection } from './connection.ts';

export interface TicketFieldRow {
  readonly id: number;
  readonly label: string;
  readonly kind: 'text' | 'long_text' | 'number' | 'date' | 'choice' | 'yes_no';
  /** A JSON array of texts. */
  readonly choices: string;
  readonly required: 0 | 1;
  /** Empty when nothing is filled in. */
  readonly value: string;
}

export function createTicketFieldRepository(connection: Connection) {
  const list = connection.prepare<{ ticketId: number; typeId: number }, TicketFieldRow>(`
    SELECT f.id, f.label, f.kind, f.choices, coalesce(tf.required, 0) AS required, coalesce(v.value, '') AS value
    FROM desk_field f
    LEFT JOIN desk_ticket_type_field tf ON tf.field_id = f.id AND tf.type_id = +:typeId
    LEFT JOIN desk_ticket_field v ON v.field_id = f.id AND v.ticket_id = +:ticketId
    WHERE tf.id IS NOT NULL OR v.id IS NOT NULL ORDER BY tf.sequence IS NULL, tf.sequence, f.id`);

  return {
    /** The fields of the ticket's type in their order, then any other that has a value. */
    list: (ticketId: number, typeId: number): TicketFieldRow[] => list.all({ ticketId, typeId }),
  };
}

export type TicketFieldRepository = ReturnType<typeof createTicketFieldRepository>;
