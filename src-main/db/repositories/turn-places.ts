import type { Connection } from './connection.ts';

/** Where in the playground an item of a turn stands. */
export interface TurnPlace {
  readonly conversationId: number;
  readonly title: string;
  /** The turn's, from 1 on. */
  readonly number: number;
}

/** By item; those whose conversation was deleted are not among them. */
export function prepareListTurnPlaces(connection: Connection) {
  const places = connection.prepare<[string], TurnPlace & { itemId: number }>(
    `SELECT i.id AS itemId, c.id AS conversationId, c.title, t.number FROM trace_turn_item i
     JOIN trace_turn t ON t.id = i.turn_id JOIN trace_conversation c ON c.id = t.conversation_id
     WHERE i.id IN (SELECT value FROM json_each(+?))`,
  );
  return (itemIds: readonly number[]): ReadonlyMap<number, TurnPlace> =>
    new Map(
      itemIds.length === 0 ? [] : places.all(JSON.stringify(itemIds)).map(({ itemId, ...place }) => [itemId, place]),
    );
}
