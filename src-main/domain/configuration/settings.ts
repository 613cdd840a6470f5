import { type WorkbenchSettings, workbenchSettings } from '../../../src-shared/domain/workbench-settings.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createConfigurationRepository } from '../../db/repositories/configuration-repository.ts';
import type { Ports } from '../../ports.ts';

export interface SettingsChange {
  readonly version: number;
  readonly by: string;
}

export interface Settings {
  get(): WorkbenchSettings;
  /** Saves a new version and tells the listeners after the commit. Saving what is already so does nothing. */
  update(change: Partial<WorkbenchSettings>, by: string): WorkbenchSettings;
  onChange(listener: (change: SettingsChange) => void): () => void;
}

const kind = 'settings';
const objectId = 'workbench';

/** The program's own settings, held in memory. None are stored until somebody changes one. */
export function createSettings(database: WorkbenchDatabase, ports: Pick<Ports, 'now'>): Settings {
  const repository = createConfigurationRepository(database.connection);
  const stored = repository.list(kind).find((row) => row.objectId === objectId);
  const listeners = new Set<(change: SettingsChange) => void>();
  let current = workbenchSettings.parse(stored === undefined ? {} : JSON.parse(stored.body));

  return {
    get: () => current,
    update(change, by) {
      const next = workbenchSettings.parse({ ...current, ...change });
      const body = JSON.stringify(next);
      if (body === JSON.stringify(current)) return current;
      const version = database.inTransaction(() => repository.save(kind, objectId, body, ports.now(), by));
      current = next;
      for (const listener of listeners) listener({ version, by });
      return current;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
