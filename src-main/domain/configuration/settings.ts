import { type WorkbenchSettings, workbenchSettings } from '../../../src-shared/domain/workbench-settings.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import type { Ports } from '../../ports.ts';
import { type ConfigurationDocument, createConfigurationDocument } from './document.ts';

export interface Settings extends Pick<ConfigurationDocument<WorkbenchSettings>, 'get' | 'onChange'> {
  /** What is left out stays as it is. */
  update(change: Partial<WorkbenchSettings>, by: string): WorkbenchSettings;
}

/** The program's own settings. */
export function createSettings(database: WorkbenchDatabase, ports: Pick<Ports, 'now'>): Settings {
  const place = { kind: 'settings', objectId: 'workbench', schema: workbenchSettings };
  const { get, save, onChange } = createConfigurationDocument(place, database, ports);
  return { get, onChange, update: (change, by) => save(workbenchSettings.parse({ ...get(), ...change }), by) };
}
