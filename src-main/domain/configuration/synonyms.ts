import { type SynonymSettings, synonymSettings } from '../../../src-shared/domain/synonym-settings.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createConfigurationRepository } from '../../db/repositories/configuration-repository.ts';
import type { Ports } from '../../ports.ts';
import type { SettingsChange } from './settings.ts';

export interface SynonymList {
  get(): SynonymSettings;
  /** Saves a new version, which every search from then on reads, and tells the listeners after the commit. */
  replace(next: SynonymSettings, by: string): SynonymSettings;
  onChange(listener: (change: SettingsChange) => void): () => void;
}

const kind = 'synonyms';
const objectId = 'desk';

/** What is called by several names on this desk. The search reads it from the database, where its threads can see it. */
export function createSynonymList(database: WorkbenchDatabase, ports: Pick<Ports, 'now'>): SynonymList {
  const repository = createConfigurationRepository(database.connection);
  const stored = repository.list(kind).find((row) => row.objectId === objectId);
  const listeners = new Set<(change: SettingsChange) => void>();
  let current = synonymSettings.parse(stored === undefined ? {} : JSON.parse(stored.body));

  return {
    get: () => current,
    replace(next, by) {
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
