import { configurationAccessTraces } from './0002-configuration-access-traces.ts';
import { desk } from './0001-desk.ts';
import { search } from './0003-search.ts';
import { activityIndexes } from './0004-activity-indexes.ts';
import { deskLists } from './0005-desk-lists.ts';
import { browserSessions } from './0006-browser-sessions.ts';
import { imports } from './0007-imports.ts';
import { ticketCounts } from './0008-ticket-counts.ts';
import { workflows } from './0009-workflows.ts';
import { collections } from './0010-collections.ts';
import { suggestions } from './0011-suggestions.ts';
import { madeByAi } from './0012-made-by-ai.ts';
import { workflowEditing } from './0013-workflow-editing.ts';
import { conversations } from './0014-conversations.ts';
import { titleIndex } from './0015-title-index.ts';
import type { Migration } from './migration.ts';

/** Every schema step in order; a new one is appended, a shipped one never changes. */
export const migrations: readonly Migration[] = [
  desk,
  configurationAccessTraces,
  search,
  activityIndexes,
  deskLists,
  browserSessions,
  imports,
  ticketCounts,
  workflows,
  collections,
  suggestions,
  madeByAi,
  workflowEditing,
  conversations,
  titleIndex,
];
