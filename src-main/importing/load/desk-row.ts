import type { DeskRow } from '../../db/repositories/desk-writer.ts';

/** Rows of tables that several kinds fill, with every column but the id: statements are prepared once per table. */
export const deskRow = {
  user: (row: { site_id: number; name: string; email: string; created_at: number } & DeskRow): DeskRow => ({
    ...{ phone: '', job_title: '', department: '', sees: 'own', important: 0, inactive: 0, linked_agent_id: null },
    ...row,
  }),
  agent: (row: { name: string; email: string; role_id: number; created_at: number } & DeskRow): DeskRow => ({
    ...{ initials: '', job_title: '', default_team_id: null, api_only: 0, disabled: 0 },
    ...row,
  }),
  client: (name: string, createdAt: number): DeskRow => ({ name, notes: '', inactive: 0, created_at: createdAt }),
  site: (clientId: number, name: string): DeskRow => ({
    client_id: clientId,
    name,
    address: '',
    phone: '',
    inactive: 0,
  }),
};
