/**
 * The SQL function that answers with the endpoint through which the change set in progress came, and null for everything
 * else that changes the desk. What is inserted with it is marked for good as made by AI; loads leave it out.
 */
export const madeByFunction = 'made_by';

/** The records that are marked, and the column. */
export const markedTables: ReadonlySet<string> = new Set(['desk_ticket', 'desk_action', 'desk_article']);
export const madeByColumn = 'virtual_agent_id';
