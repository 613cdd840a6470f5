import type { EndpointPreview } from '../../../src-shared/api/endpoint.ts';

const named = 6;

/** What a change would do, with the names of the tools that clients lose as far as they can be taken in. */
export function describePreview({ message, connectedClients, affected, shutOut, loseTools }: EndpointPreview): string {
  if (connectedClients === 0 || affected === 0 || shutOut > 0 || loseTools.length === 0) return message;
  const more = loseTools.length - named;
  return `${message} Taken away: ${loseTools.slice(0, named).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
