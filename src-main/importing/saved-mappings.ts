import { z } from 'zod';
import type { ImportMapping } from '../../src-shared/api/imports.ts';
import { toTimestamp } from '../../src-shared/api/timestamp.ts';
import { type ImportPlan, importPlan } from '../../src-shared/domain/import-plan.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../db/open-database.ts';
import { createConfigurationRepository } from '../db/repositories/configuration-repository.ts';
import type { Ports } from '../ports.ts';

const kind = 'import-mapping';
const stored = z.object({ name: z.string(), plan: importPlan, savedAt: z.int() });

export interface SavedMappings {
  list(): ImportMapping[];
  /** Under a name that is taken, the old one is replaced. */
  save(name: string, plan: ImportPlan, by: string): ImportMapping;
  remove(id: string, by: string): ImportMapping;
}

/** Mappings that were saved to be used again: versioned like all configuration. */
export function createSavedMappings(database: WorkbenchDatabase, ports: Pick<Ports, 'now' | 'uuid'>): SavedMappings {
  const repository = createConfigurationRepository(database.connection);

  const list = (): ImportMapping[] =>
    repository
      .list(kind)
      .map(({ objectId, body }) => {
        const { name, plan, savedAt } = stored.parse(JSON.parse(body));
        return { id: objectId, name, plan, savedAt: toTimestamp(savedAt) };
      })
      .sort((one, other) => one.name.localeCompare(other.name, 'en'));

  return {
    list,
    save(name, plan, by) {
      const savedAt = ports.now();
      const same = list().find((each) => each.name.toLowerCase() === name.toLowerCase());
      const id = same?.id ?? ports.uuid();
      database.inTransaction(() => repository.save(kind, id, JSON.stringify({ name, plan, savedAt }), savedAt, by));
      return { id, name, plan, savedAt: toTimestamp(savedAt) };
    },
    remove(id, by) {
      const mapping = list().find((each) => each.id === id);
      if (mapping === undefined) throw new AppError('not_found', 'There is no such mapping. It may have been removed.');
      database.inTransaction(() => repository.save(kind, id, null, ports.now(), by));
      return mapping;
    },
  };
}
