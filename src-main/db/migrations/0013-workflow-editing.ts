import type { Migration } from './migration.ts';

/**
 * Steps and workflows that were taken away stay as rows: histories of tickets name them. An outcome that no history names
 * is deleted, and the index says at once whether one does.
 */
const changes = `
ALTER TABLE desk_workflow ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
ALTER TABLE desk_workflow_step ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
CREATE INDEX desk_action_outcome ON desk_action (outcome_id) WHERE outcome_id IS NOT NULL;
`;

export const workflowEditing: Migration = {
  version: 13,
  name: 'workflow-editing',
  up: (db) => {
    db.exec(changes);
  },
};
