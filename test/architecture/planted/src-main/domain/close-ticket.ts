export const closeTicket = (): string => 'closed';
