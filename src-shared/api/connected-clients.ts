import { z } from 'zod';
import { principalView } from './call-view.ts';
import { timestamp } from './timestamp.ts';

const connectedClient = z.object({
  /** The client's own name and version. */
  client: z.string(),
  application: z.object({ id: z.string(), name: z.string() }).optional(),
  principal: principalView,
  /** The protocol revision it speaks. */
  era: z.string(),
  since: timestamp,
  lastRequestAt: timestamp,
  /** Open sessions; 0 for a client without any, which counts for five minutes after its last request. */
  sessions: z.int(),
  /** Replies that stay open to carry notifications. */
  openStreams: z.int(),
});

/** Who is connected to one endpoint. */
export const connectedClients = z.object({ openSessions: z.int(), clients: z.array(connectedClient) });

export type ConnectedClientView = z.infer<typeof connectedClient>;
export type ConnectedClients = z.infer<typeof connectedClients>;
