import { z } from 'zod';
import { workbenchSettings } from '../domain/workbench-settings.ts';
import { procedure } from './procedure.ts';

const shape = workbenchSettings.shape;

const changes = z.strictObject({
  publicPort: shape.publicPort.unwrap().optional(),
  idleMinutes: shape.idleMinutes.unwrap().optional(),
  allowedMcpServers: shape.allowedMcpServers.unwrap().optional(),
});

const view = z.object({
  settings: workbenchSettings,
  /** Where the endpoint listens now; absent while nothing does. */
  currentPort: z.int().optional(),
  /** The port differs from the setting: it takes effect at the next start without `--port`. */
  takesEffectAtNextStart: z.boolean(),
});

export type SettingsView = z.infer<typeof view>;

export const settingsContract = {
  get: procedure.output(view),
  update: procedure.input(changes).output(view),
};
