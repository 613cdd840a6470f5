export const closeIncident = (): string => 'closed';
