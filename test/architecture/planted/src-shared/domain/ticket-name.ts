export const ticketName = (number: number): string => `INC-${number}`;
