// breaks: workbench/sql-in-its-room
export const countTickets = (table: string): string => `SELECT count(*) FROM ${table}`;
