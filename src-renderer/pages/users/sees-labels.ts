/** Whose tickets a user sees. */
export const seesLabels = {
  own: 'Own tickets',
  site: 'All tickets of the site',
  client: 'All tickets of the client',
} as const;
