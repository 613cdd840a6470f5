import { z } from 'zod';
import { endpointSettings } from '../domain/endpoint-settings.ts';
import { connectedClients } from './connected-clients.ts';
import { procedure } from './procedure.ts';

const settings = endpointSettings.shape;

/** What may be changed beside the switch and the choice of tools, which have calls of their own. */
const changes = z.strictObject({
  mode: settings.mode.unwrap().optional(),
  profile: settings.profile.unwrap().optional(),
  framing: settings.framing.unwrap().optional(),
  agentsSeePrivateNotes: z.boolean().optional(),
  noteVisibility: settings.noteVisibility.unwrap().optional(),
  /** All of them: one that is left out is deleted. */
  customTools: settings.customTools.unwrap().optional(),
  /** `none` disables the endpoint as well. */
  defaultConnection: settings.defaultConnection.unwrap().optional(),
});

const endpoint = z.object({
  id: z.string(),
  name: z.string(),
  /** Absent while nothing listens. */
  url: z.string().optional(),
  settings: endpointSettings,
  /** The configuration's version that the settings are part of. */
  version: z.int(),
});

/** A change to try: settings, the switch, or the choice of tools. */
const proposal = changes.extend({
  enabled: z.boolean().optional(),
  includeAllSystemTools: z.boolean().optional(),
  /** Tools to turn on or off, as `tools.choose` would. */
  choose: z.object({ names: z.array(z.string()).max(200), enabled: z.boolean() }).optional(),
});

const preview = z.object({
  connectedClients: z.int(),
  /** Connected clients that get in no more. */
  shutOut: z.int(),
  /** Connected clients whose list of tools changes. */
  affected: z.int(),
  /** Tools that at least one connected client loses or gains; without any client, those of the administrator. */
  loseTools: z.array(z.string()),
  gainTools: z.array(z.string()),
  /** The whole of it as a sentence. */
  message: z.string(),
});

export type EndpointChanges = z.infer<typeof changes>;
export type EndpointView = z.infer<typeof endpoint>;
export type EndpointProposal = z.infer<typeof proposal>;
export type EndpointPreview = z.infer<typeof preview>;

export const endpointContract = {
  get: procedure.output(endpoint),
  enable: procedure.output(endpoint),
  disable: procedure.output(endpoint),
  update: procedure.input(changes).output(endpoint),
  /** Who is connected, at most 200, latest request first. */
  clients: procedure.output(connectedClients),
  /** What a change would do to the clients connected now. Changes nothing. */
  preview: procedure.input(z.object({ change: proposal })).output(preview),
};
