import type { Exchange } from '../../../../src-shared/api/conversations.ts';
import { formatNumber } from '../../../components/format-number.ts';

/** A request in one line. */
export function describeExchange({ number, status, events, error }: Exchange): string {
  const outcome = error === undefined ? (status ?? 'no reply yet') : `${status ?? 'no reply'}, failed`;
  return `Request ${number}: ${outcome}, ${formatNumber(events)} ${events === 1 ? 'event' : 'events'}`;
}
