/** Where the values of a ticket's own fields are. */
export const ticketFields = { table: 'desk_ticket_field', parent: 'ticket_id', key: 'field_id' } as const;
