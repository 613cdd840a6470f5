import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenAdmin, openAdmin } from './open-admin.ts';
import { fillFolder } from './serve-desk.ts';
import { type, user } from './small-desk.ts';
import { workflowDesk } from './workflow-desk.ts';

export interface WorkflowAdmin extends OpenAdmin {
  /** Logs an incident and answers its number. */
  log(): Promise<number>;
}

/** The desk with a workflow behind both of its doors. */
export async function openWorkflowAdmin(): Promise<WorkflowAdmin> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
  fillFolder(folder, workflowDesk());
  const admin = await openAdmin({ folder });
  return {
    ...admin,
    async log() {
      const ticket = { userId: user.uma, typeId: type.incident, summary: 'Broken', details: 'It does not work.' };
      return (await admin.client.tickets.create(ticket)).id;
    },
    async close() {
      await admin.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
