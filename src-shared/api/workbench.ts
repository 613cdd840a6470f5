import { z } from 'zod';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

const status = z.object({
  version: z.string(),
  pid: z.int(),
  folder: z.string(),
  schemaVersion: z.int(),
  startedAt: timestamp,
  endpointEnabled: z.boolean(),
  /** The clients of the default endpoint with an open session or a request in the last five minutes. */
  connectedClients: z.int(),
  /** What a newcomer has done so far. */
  checklist: z.object({
    endpointEnabled: z.boolean(),
    /** A key that can be used, or an enabled application with a client secret. */
    hasKey: z.boolean(),
    /** A client other than the workbench itself has ever called a tool, or is connected now. */
    clientConnected: z.boolean(),
    /** A tool was called, from anywhere. */
    callMade: z.boolean(),
  }),
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
