import { z } from 'zod';

const hostAndPort = z
  .string()
  .regex(
    /^([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\]):[1-9]\d{0,4}$/,
    'Give a host and a port, such as tools.example.org:443.',
  )
  .refine((text) => Number(text.slice(text.lastIndexOf(':') + 1)) <= 65_535, 'A port is at most 65535.');

/** Settings of the program as a whole; stored as one versioned JSON document. */
export const workbenchSettings = z.strictObject({
  /** Where the MCP endpoint listens on 127.0.0.1 from the next start on; `--port` goes before it. */
  publicPort: z.int().min(1024).max(65_535).default(4256),
  /** A browser without a request for so long has to sign in again. */
  idleMinutes: z.int().min(5).max(1440).default(60),
  /** `host:port` of MCP servers elsewhere that the local Responses API may call, besides this workbench's endpoints. */
  allowedMcpServers: z.array(hostAndPort).max(50).default([]),
});

export type WorkbenchSettings = z.infer<typeof workbenchSettings>;
