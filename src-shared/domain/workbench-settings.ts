import { z } from 'zod';

/** Settings of the program as a whole; stored as one versioned JSON document. */
export const workbenchSettings = z.strictObject({
  /** Where the MCP endpoint listens on 127.0.0.1 from the next start on; `--port` goes before it. */
  publicPort: z.int().min(1024).max(65_535).default(4256),
  /** A browser without a request for so long has to sign in again. */
  idleMinutes: z.int().min(5).max(1440).default(60),
});

export type WorkbenchSettings = z.infer<typeof workbenchSettings>;
