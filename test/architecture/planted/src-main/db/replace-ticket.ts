// breaks: workbench/no-insert-or-replace
export const replaceTicket = 'INSERT OR REPLACE INTO desk_ticket (id) VALUES (?)';
