/** What the two types of collection are called. */
export const typeNames = { agent: 'For agents', user: 'For users' } as const;
