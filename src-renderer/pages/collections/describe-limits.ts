import type { CollectionView } from '../../../src-shared/api/collections.ts';

/** Which limits a collection has, such as "2 teams, 1 client". */
export function describeLimits({ limits, callsPerMinute }: CollectionView['settings']): string {
  const { teamIds, clientIds, ticketTypeIds } = limits;
  const parts = [
    count(teamIds.length, 'team'),
    count(clientIds.length, 'client'),
    count(ticketTypeIds.length, 'ticket type'),
    callsPerMinute === null ? undefined : `${count(callsPerMinute, 'call')} a minute`,
  ];
  return parts.filter((part) => part !== undefined).join(', ') || 'None';
}

function count(number: number, noun: string): string | undefined {
  return number === 0 ? undefined : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
