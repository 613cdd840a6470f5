import { z } from 'zod';
import { endpointSettings } from '../domain/endpoint-settings.ts';
import { procedure } from './procedure.ts';

const settings = endpointSettings.shape;

/** What may be changed beside the switch and the choice of tools, which have calls of their own. */
const changes = z.strictObject({
  mode: settings.mode.unwrap().optional(),
  profile: settings.profile.unwrap().optional(),
  framing: settings.framing.unwrap().optional(),
  agentsSeePrivateNotes: z.boolean().optional(),
  noteVisibility: settings.noteVisibility.unwrap().optional(),
});

const endpoint = z.object({
  id: z.string(),
  /** Absent while nothing listens. */
  url: z.string().optional(),
  settings: endpointSettings,
});

export type EndpointChanges = z.infer<typeof changes>;
export type EndpointView = z.infer<typeof endpoint>;

export const endpointContract = {
  get: procedure.output(endpoint),
  enable: procedure.output(endpoint),
  disable: procedure.output(endpoint),
  update: procedure.input(changes).output(endpoint),
};
