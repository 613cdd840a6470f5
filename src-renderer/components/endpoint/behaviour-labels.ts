export const behaviourLabels = {
  mode: 'Permissions',
  profile: 'Halo release',
  framing: 'Framing of replies',
  agentsSeePrivateNotes: 'Agents’ tools include private notes',
  noteVisibility: 'Notes that Add Note to Ticket writes',
} as const;
