const target = { table: 'desk_sla_target', text: ['respond_seconds', 'fix_seconds'] } as const;

/** What tickets are set up with, as records. Their children go with them. */
export const setupTables = {
  ticket_type: {
    table: 'desk_ticket_type',
    noun: 'ticket type',
    title: 'name',
    unique: { name: 'Another ticket type has this name.' },
    children: [
      { table: 'desk_ticket_type_field', parent: 'type_id', label: 'Field', text: ['field_id', 'required'] },
      { table: 'desk_ticket_type_outcome', parent: 'type_id', label: 'Allowed action', text: ['outcome_id'] },
    ],
  },
  status: {
    table: 'desk_status',
    noun: 'status',
    title: 'name',
    unique: { name: 'Another status has this name.' },
    children: [],
  },
  priority: {
    table: 'desk_priority',
    noun: 'priority',
    title: 'name',
    unique: { name: 'Another priority has this name.' },
    children: [{ ...target, parent: 'priority_id', label: 'Target', text: ['sla_id', ...target.text] }],
  },
  sla: {
    table: 'desk_sla',
    noun: 'SLA',
    title: 'name',
    unique: { name: 'Another SLA has this name.' },
    children: [{ ...target, parent: 'sla_id', label: 'Target', text: ['priority_id', ...target.text] }],
  },
  calendar: {
    table: 'desk_calendar',
    noun: 'working calendar',
    title: 'name',
    unique: { name: 'Another working calendar has this name.' },
    children: [],
  },
  template: {
    table: 'desk_template',
    noun: 'template',
    title: 'name',
    unique: { name: 'Another template has this name.' },
    children: [],
  },
  field: {
    table: 'desk_field',
    noun: 'custom field',
    title: 'label',
    unique: { name: 'Another custom field has this name.' },
    children: [],
  },
  category: {
    table: 'desk_category',
    noun: 'category',
    title: 'name',
    unique: { name: 'Another category has this name.' },
    children: [],
  },
} as const;
