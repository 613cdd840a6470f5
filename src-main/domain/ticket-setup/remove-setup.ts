import type { SetupKind } from '../../../src-shared/domain/ticket-setup.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { UsesRow } from '../../db/repositories/record-uses.ts';
import type { TicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';
import type { RecordEditing } from '../records/edit-records.ts';
import { describeUses, listUses } from './describe-uses.ts';

/** What to do about what cannot be deleted. */
const advice: Readonly<Record<SetupKind, string>> = {
  ticket_type: 'Make it inactive instead: nothing new is logged of it then.',
  status: 'Give them another status first, or rename this one.',
  priority: 'Give them another priority first, or rename this one.',
  sla: 'Give them another SLA first.',
  calendar: 'Give them another calendar first.',
  template: 'Take it away from them first.',
  field: 'Take it away from types and actions instead: tickets keep what was filled in.',
  category: 'Give them another category first, or rename this one.',
};

export function createRemoveSetup(records: RecordEditing, setup: TicketSetupRepository) {
  /** `uses` was counted before; whatever came to use it since is told by the database. */
  return (kind: SetupKind, id: number, uses: readonly UsesRow[]): void => {
    const row = records.get(kind, id);
    const name = String(row['label'] ?? row['name']);
    if (row['is_default'] === 1) {
      throw new AppError(
        'conflict',
        `${name} is the default type. Make another type the default before you delete it.`,
      );
    }
    const described = describeUses(uses);
    if (described.length > 0) {
      throw new AppError('conflict', `${name} is used by ${listUses(described)}. ${advice[kind]}`, {
        details: { uses: described },
      });
    }
    try {
      setup.remove(kind, id);
    } catch (error) {
      const isUsed = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY';
      throw isUsed
        ? new AppError('conflict', `${name} came into use meanwhile. ${advice[kind]}`, { cause: error })
        : error;
    }
  };
}
