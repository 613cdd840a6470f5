// breaks: workbench/sql-in-its-room
export const dropTickets = 'delete from desk_ticket';
