export const statusKindLabels = { open: 'Open', closed: 'Closed' } as const;
