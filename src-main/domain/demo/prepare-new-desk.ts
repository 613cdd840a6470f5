import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { loadDeskRows } from '../../db/repositories/desk-load.ts';
import { isDeskEmpty } from '../../db/repositories/desk-state.ts';
import { findResource } from '../../find-resource.ts';
import type { Ports } from '../../ports.ts';
import type { DeskRows } from './desk-rows.ts';
import { createEmptyDesk } from './empty-desk.ts';
import { generateDemoDesk } from './generate-demo-desk.ts';
import { readDemoDefinition, readEmptyDefinition } from './read-demo-definition.ts';

const demoSeed = 20_260;

export type NewDesk = 'demo' | 'empty';

export const newDeskLabels: Readonly<Record<NewDesk, string>> = { demo: 'Demo desk', empty: 'Empty desk' };

/** The rows that a desk starts with, numbered from the beginning. */
export function createNewDeskRows(kind: NewDesk, now: number): DeskRows {
  return kind === 'demo'
    ? generateDemoDesk(readDemoDefinition(findResource('demo/')), { now, seed: demoSeed })
    : createEmptyDesk(readEmptyDefinition(findResource('empty/')), { now });
}

/** Fills a new data folder with the demo desk, or with the little that an empty one needs; leaves any other alone. */
export function prepareNewDesk(database: WorkbenchDatabase, ports: Ports, kind: NewDesk): void {
  if (!isDeskEmpty(database.connection)) return;
  const rows = createNewDeskRows(kind, ports.now());
  database.inChangeSet({ kind: 'reset', actor: 'workbench', label: newDeskLabels[kind], ledger: 'summary' }, () =>
    loadDeskRows(database.connection, rows),
  );
}
