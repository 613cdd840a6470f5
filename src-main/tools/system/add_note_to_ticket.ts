import { z } from 'zod';
import { actorOf } from '../../domain/actor.ts';
import { noteText, recordId } from '../arguments.ts';
import { defineWriteTool } from '../define-tool.ts';
import { count, moment } from '../records.ts';
import { toIso } from '../timestamp.ts';

export const addNoteToTicket = defineWriteTool({
  name: 'add_note_to_ticket',
  title: 'Add Note to Ticket',
  description:
    'Add a note to the history of a ticket. Unless the endpoint is set otherwise it is private: agents see it, the user does not; the answer says which it was.',
  since: '2.204',
  offered: { default: 'listed', agent: 'extra', user: 'no' },
  scopes: ['edit:tickets'],
  needs: { area: 'tickets', level: 'edit' },
  input: () =>
    z.strictObject({
      ticket_id: recordId('The number of the ticket.'),
      note: noteText.describe('The text of the note.'),
    }),
  output: z.strictObject({
    ticket_id: count,
    action_id: count.describe('The number of the note within its ticket.'),
    hiddenfromuser: z.boolean().describe('True when the note is private.'),
    datetime: moment,
  }),
  run: ({ ticket_id, note }, { desk, viewer, principal, endpoint, now }) => {
    const isPrivate = endpoint.noteVisibility === 'private';
    const options = { private: isPrivate };
    const written = desk.tickets.addNote(viewer, ticket_id, { note, by: actorOf(principal), at: now }, options);
    return { ticket_id, action_id: written.number, hiddenfromuser: isPrivate, datetime: toIso(written.at) };
  },
});
