import { type SynonymSettings, synonymSettings } from '../../../src-shared/domain/synonym-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import type { Ports } from '../../ports.ts';
import { type ConfigurationDocument, createConfigurationDocument } from './document.ts';

export interface SynonymList extends Pick<ConfigurationDocument<SynonymSettings>, 'get' | 'version' | 'onChange'> {
  /** Every search from then on reads them. Throws `conflict` when others were saved since the version that was read. */
  replace(next: SynonymSettings, by: string, read?: number): SynonymSettings;
}

/** What is called by several names on this desk. The search reads it from the database, where its threads can see it. */
export function createSynonymList(database: WorkbenchDatabase, ports: Pick<Ports, 'now'>): SynonymList {
  const place = { kind: 'synonyms', objectId: 'desk', schema: synonymSettings };
  const { get, version, save, onChange } = createConfigurationDocument(place, database, ports);
  return {
    get,
    version,
    onChange,
    replace(next, by, read = version()) {
      if (read !== version()) {
        throw new AppError(
          'conflict',
          'The search synonyms were changed meanwhile. Look at them again before you change them.',
        );
      }
      return save(next, by);
    },
  };
}
