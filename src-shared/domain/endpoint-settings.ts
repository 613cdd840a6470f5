import { z } from 'zod';
import { offlineConnectionId } from './conversations.ts';
import { customTool, mostCustomTools } from './custom-tools.ts';
import { profiles } from './profiles.ts';

/** The built-in collection, served at `/api/mcp`. */
export const defaultEndpointId = '6f0d2c1e-7d3a-4b52-9c44-0d5f6a1b2c30';

const ids = z.array(z.int().positive()).max(500).default([]);

/** The only records that an endpoint shows; an empty list is no limit. */
const dataLimits = z.strictObject({ teamIds: ids, clientIds: ids, ticketTypeIds: ids });

export type DataLimits = z.infer<typeof dataLimits>;

const noLimits: DataLimits = { teamIds: [], clientIds: [], ticketTypeIds: [] };

/** What an administrator may set on an endpoint; stored as one versioned JSON document. */
export const endpointSettings = z.strictObject({
  enabled: z.boolean().default(false),
  /**
   * The AI connection that is used where none is chosen, one for the whole workbench: it stands with the default endpoint,
   * which stays off while it is `none`. An id; `offline` is the built-in model.
   */
  defaultConnection: z.string().min(1).max(100).default(offlineConnectionId),
  type: z.enum(['default', 'agent', 'user']).default('default'),
  /** Offers every system tool of the endpoint's column; otherwise `tools` says which. */
  includeAllSystemTools: z.boolean().default(true),
  /** Wire names of the system tools picked one by one. */
  tools: z.array(z.string()).default([]),
  /** `halo-compatible` drops the agent's role and visibility, as Halo does with include-all. */
  mode: z.enum(['strict', 'halo-compatible']).default('strict'),
  profile: z.enum(profiles).default('latest'),
  /** `sse` frames every reply as server-sent events, as Halo does. */
  framing: z.enum(['by-accept', 'sse']).default('by-accept'),
  agentsSeePrivateNotes: z.boolean().default(false),
  /** The vendor's guide says that add_note_to_ticket writes a private note, the product's own export a public one. */
  noteVisibility: z.enum(['private', 'public']).default('private'),
  /** What models read instead of a tool's own description, by the tool's wire name. */
  descriptions: z.record(z.string(), z.string()).default({}),
  /** Tools that administrators made for this endpoint, in the order in which they are listed, after the built-in ones. */
  customTools: z.array(customTool).max(mostCustomTools).default([]),
  limits: dataLimits.default(noLimits),
  /** How many calls one caller may make in any minute; null: any number. */
  callsPerMinute: z.int().min(1).max(6000).nullable().default(null),
});

export type EndpointSettings = z.infer<typeof endpointSettings>;

/** The settings of a tool collection: those of an endpoint, a name, and the alias that follows from the name. */
export const collectionSettings = endpointSettings.extend({
  name: z.string(),
  slug: z.string(),
  type: z.enum(['agent', 'user']),
});

export type CollectionSettings = z.infer<typeof collectionSettings>;
