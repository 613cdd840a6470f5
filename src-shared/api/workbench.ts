import { z } from 'zod';
import { procedure } from './procedure.ts';

const status = z.object({
  version: z.string(),
  pid: z.int(),
  folder: z.string(),
  schemaVersion: z.int(),
  endpointEnabled: z.boolean(),
  /** Absent when the process only carries out one command and listens to nothing. */
  serving: z
    .object({ url: z.string(), endpoint: z.string(), token: z.string(), port: z.int(), openSessions: z.int() })
    .optional(),
  counts: z.object({
    tickets: z.int(),
    articles: z.int(),
    users: z.int(),
    agents: z.int(),
    assets: z.int(),
    applications: z.int(),
    keys: z.int(),
    calls: z.int(),
  }),
});

export type WorkbenchStatus = z.infer<typeof status>;

export const workbenchContract = {
  status: procedure.output(status),
};
