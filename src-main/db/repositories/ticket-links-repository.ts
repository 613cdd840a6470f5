import type { Viewer } from '../../domain/viewer.ts';
import { articleAudienceCondition } from './article-audience.ts';
import type { Connection } from './connection.ts';
import { customerReachCondition } from './customer-reach.ts';
import { createStatementCache } from './statement-cache.ts';
import type { LinkedArticleRow, LinkedAssetRow, TicketFieldValueRow } from './ticket-rows.ts';

/** What hangs on a ticket besides its actions. */
export function createTicketLinksRepository(connection: Connection) {
  const prepare = createStatementCache(connection);
  const fields = connection.prepare<[number], TicketFieldValueRow>(`
    SELECT f.id, f.name, f.label, tf.value FROM desk_ticket_field tf JOIN desk_field f ON f.id = tf.field_id
    WHERE tf.ticket_id = +? ORDER BY tf.id`);
  const linkedAssets = `
    SELECT a.id, a.tag, ty.name AS typeName, a.manufacturer, a.model, a.status
    FROM desk_ticket_asset ta JOIN desk_asset a ON a.id = ta.asset_id JOIN desk_asset_type ty ON ty.id = a.type_id
    WHERE ta.ticket_id = ?`;
  const articlesFor = (audience: Viewer['audience']) =>
    connection.prepare<[number], LinkedArticleRow>(`
      SELECT k.id, k.title FROM desk_ticket_article tk JOIN desk_article k ON k.id = tk.article_id
      WHERE tk.ticket_id = +? AND ${articleAudienceCondition(audience, 'k')} ORDER BY tk.id`);
  const articles = { agents: articlesFor('agents'), users: articlesFor('users') };

  return {
    listFields: (ticketId: number) => fields.all(ticketId),
    /** Only those within the viewer's limits. */
    listAssets(ticketId: number, viewer: Viewer): LinkedAssetRow[] {
      const within = customerReachCondition('asset', viewer, 'a');
      const statement = prepare<LinkedAssetRow>(`${linkedAssets} AND ${within.sql} ORDER BY ta.id`);
      return statement.all(ticketId, ...within.parameters);
    },
    /** Only those that the audience may read. */
    listArticles: (ticketId: number, audience: Viewer['audience']) => articles[audience].all(ticketId),
  };
}

export type TicketLinksRepository = ReturnType<typeof createTicketLinksRepository>;
