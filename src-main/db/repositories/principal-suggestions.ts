import { containsPattern } from './activity-filter.ts';
import type { Connection } from './connection.ts';

export interface PrincipalSuggestion {
  readonly kind: 'agent' | 'user';
  readonly id: number;
  readonly name: string;
  readonly email: string;
  /** The agent's role, or the user's site and client. */
  readonly detail: string;
}

/** Enabled agents, then active users, whose name or address holds the text; those that begin with it first. */
export function prepareSuggestPrincipals(connection: Connection) {
  const matches = String.raw`(p.name LIKE +@anywhere ESCAPE '\' OR p.email LIKE +@anywhere ESCAPE '\')`;
  const order = String.raw`ORDER BY p.name LIKE +@start ESCAPE '\' DESC, p.name, p.id LIMIT +@limit`;
  const agents = connection.prepare<[object], PrincipalSuggestion>(
    `SELECT 'agent' AS kind, p.id, p.name, p.email, r.name AS detail
     FROM desk_agent p JOIN desk_role r ON r.id = p.role_id WHERE p.disabled = 0 AND ${matches} ${order}`,
  );
  const users = connection.prepare<[object], PrincipalSuggestion>(
    `SELECT 'user' AS kind, p.id, p.name, p.email, s.name || ', ' || c.name AS detail
     FROM desk_user p JOIN desk_site s ON s.id = p.site_id JOIN desk_client c ON c.id = s.client_id
     WHERE p.inactive = 0 AND ${matches} ${order}`,
  );
  return ({ text, limit }: { text: string; limit: number }): PrincipalSuggestion[] => {
    const anywhere = containsPattern(text.trim());
    const start = anywhere.slice(1);
    // Room for both kinds, whichever has many.
    const found = agents.all({ anywhere, start, limit: Math.ceil(limit / 2) });
    return [...found, ...users.all({ anywhere, start, limit: limit - found.length })];
  };
}
