const folders = {
  ticket: 'tickets',
  article: 'articles',
  service: 'services',
  user: 'users',
  asset: 'assets',
  client: 'clients',
  site: 'sites',
} as const;

/** Where the app shows a record, as a path below its address. */
export function recordLink(kind: keyof typeof folders, id: number): string {
  return `/${folders[kind]}/${id}`;
}
