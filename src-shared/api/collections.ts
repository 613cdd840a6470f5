import { z } from 'zod';
import { collectionSettings } from '../domain/endpoint-settings.ts';
import { connectedClients } from './connected-clients.ts';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';
import { toolFacts } from './tools.ts';

const shown = collectionSettings.omit({ defaultConnection: true });
const { shape } = shown;

/** What may be changed at any time; the type is fixed once a collection is made, the slug follows from the name. */
const changes = z.strictObject({
  name: shape.name.optional(),
  enabled: z.boolean().optional(),
  includeAllSystemTools: z.boolean().optional(),
  /** Wire names of the tools picked one by one. */
  tools: shape.tools.unwrap().max(1000).optional(),
  /** What models read instead of a tool's own description. */
  descriptions: shape.descriptions.unwrap().optional(),
  /** All of them: one that is left out is deleted. */
  customTools: shape.customTools.unwrap().optional(),
  /** Ids of the only teams, clients and ticket types that it shows; an empty list is no limit. */
  limits: shape.limits.unwrap().optional(),
  callsPerMinute: shape.callsPerMinute.unwrap().optional(),
  mode: shape.mode.unwrap().optional(),
  /** From 2.232 on: before, there are no collections. */
  profile: shape.profile.unwrap().optional(),
  framing: shape.framing.unwrap().optional(),
  agentsSeePrivateNotes: z.boolean().optional(),
  noteVisibility: shape.noteVisibility.unwrap().optional(),
});

const draft = changes.extend({ name: shape.name, type: shape.type });

/** What `tools/list` answers somebody from whom nothing is withheld, and what it costs: an estimate. */
const listing = z.object({ tools: z.int(), bytes: z.int(), estimatedTokens: z.int() });

const collection = z.object({
  id: z.string(),
  settings: shown,
  /** The version of the settings: pass it when you save. */
  version: z.int(),
  /** The canonical address, with the id, and the readable one. Absent while nothing listens. */
  url: z.string().optional(),
  alias: z.string().optional(),
  /** Readable addresses of earlier names that lead here until another collection takes one. */
  formerAliases: z.array(z.string()),
  /** When and by whom it was saved last. */
  savedAt: timestamp,
  savedBy: z.string(),
  listing,
  connectedClients: z.int(),
});

/** A tool that may be chosen for a collection, as it is without the collection's own description of it. */
const collectionFunction = toolFacts.extend({
  source: z.enum(['system', 'custom']),
  /** Part of "include all system tools"; otherwise offered only when it is chosen by name. */
  included: z.boolean(),
  /** The length of its listing in UTF-8. */
  bytes: z.int(),
});

const version = z.object({
  version: z.int(),
  at: timestamp,
  by: z.string(),
  /** Absent where the collection was deleted. */
  settings: shown.optional(),
});

const difference = z.object({
  toolsAdded: z.array(z.string()),
  toolsRemoved: z.array(z.string()),
  /** Tools that stay and are listed differently: what is said of them, their arguments, or both. */
  toolsChanged: z.array(
    z.object({
      name: z.string(),
      description: z.object({ before: z.string(), after: z.string() }).optional(),
      argumentsChanged: z.boolean(),
    }),
  ),
  /** Names of the settings that change. */
  settings: z.array(z.string()),
  before: listing,
  after: listing,
  connectedClients: z.int(),
  /** Connected clients whose list of tools changes. */
  affected: z.int(),
  /** Tools that at least one connected client loses or gains. */
  loseTools: z.array(z.string()),
  gainTools: z.array(z.string()),
  /** Connected clients that get in no more. */
  shutOut: z.int(),
  /** The whole of it as a sentence. */
  message: z.string(),
});

/** An id, a slug or a name. */
const reference = z.object({ collection: z.string() });
const ofVersion = reference.extend({
  /** The version that was read: a `conflict` when somebody saved another since. */
  version: z.int(),
});

export type CollectionChanges = z.infer<typeof changes>;
export type CollectionDraft = z.infer<typeof draft>;
export type CollectionView = z.infer<typeof collection>;
export type CollectionVersionView = z.infer<typeof version>;
export type CollectionFunction = z.infer<typeof collectionFunction>;
export type CollectionDifference = z.infer<typeof difference>;

export const collectionsContract = {
  /** By name. */
  list: procedure.output(z.array(collection)),
  get: procedure.input(reference).output(collection),
  create: procedure.input(draft).output(collection),
  /** What is left out stays as it is. */
  save: procedure.input(ofVersion.extend({ changes })).output(collection),
  /** A copy that is not enabled yet; `readOnly` takes over only the tools that read. */
  clone: procedure
    .input(reference.extend({ name: z.string().optional(), readOnly: z.boolean().default(false) }))
    .output(collection),
  delete: procedure.input(ofVersion).output(z.object({ id: z.string(), name: z.string() })),
  /** The latest first, at most 200. Those of a deleted collection are found by its id. */
  versions: procedure.input(reference).output(z.array(version)),
  /** What a client would see change if the version were restored. Changes nothing. */
  versionDifference: procedure.input(reference.extend({ restore: z.int() })).output(difference),
  /** Saves the settings of an earlier version as a new one. A `conflict` when another collection has its name now. */
  restore: procedure.input(ofVersion.extend({ restore: z.int() })).output(collection),
  /** The tools of its type, chosen or not, in the order in which they are listed. */
  functions: procedure.input(reference).output(z.array(collectionFunction)),
  /** Who is connected to it, at most 200, latest request first. */
  clients: procedure.input(reference).output(connectedClients),
  /** What a new collection would list. Changes nothing. */
  measure: procedure.input(draft).output(listing),
  /** What a client would see change if this were saved. Changes nothing. */
  difference: procedure.input(reference.extend({ changes })).output(difference),
};
