import type { KindSpec } from './field-spec.ts';

export const actionKind: KindSpec = {
  kind: 'action',
  label: 'Actions',
  hints: ['action', 'comment', 'note', 'event', 'journal', 'activit'],
  fields: [
    {
      name: 'id',
      label: 'Id in the file',
      help: 'Actions are counted within their ticket: its id goes before this one.',
      read: 'text',
      synonyms: ['id', 'sysid', 'actionid', 'commentid', 'actionnumber'],
    },
    {
      name: 'ticket',
      label: 'Ticket',
      help: 'The id or old number of a ticket that was imported before.',
      read: 'text',
      required: true,
      synonyms: ['ticketid', 'faultid', 'ticket', 'incident', 'issueid', 'ticketnumber', 'parent', 'elementid'],
    },
    {
      name: 'note',
      label: 'Note',
      read: 'text',
      synonyms: ['note', 'comment', 'text', 'body', 'message', 'value', 'description'],
    },
    {
      name: 'at',
      label: 'When',
      read: 'when',
      synonyms: ['datetime', 'at', 'createdat', 'created', 'date', 'when', 'syscreatedon'],
    },
    {
      name: 'by',
      label: 'By',
      help: 'An id that was imported before, an address or a name.',
      read: 'text',
      line: true,
      synonyms: ['who', 'by', 'author', 'createdby', 'agent', 'user', 'name', 'syscreatedby'],
    },
    {
      name: 'private',
      label: 'Private',
      read: 'flag',
      synonyms: ['hiddenfromuser', 'private', 'internal', 'isprivate'],
    },
    {
      name: 'outcome',
      label: 'What it was',
      read: 'text',
      line: true,
      synonyms: ['outcome', 'type', 'action', 'element'],
    },
    { name: 'hours', label: 'Hours', read: 'number', synonyms: ['timetaken', 'hours', 'timespent'] },
  ],
};
