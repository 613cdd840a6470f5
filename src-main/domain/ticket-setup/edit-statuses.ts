import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';
import type { Changes, RecordEditing } from '../records/edit-records.ts';
import { describeUses, listUses } from './describe-uses.ts';

/** Statuses. Whether one is open or closed stays while anything but history relies on it. */
export function createStatusEditing(records: RecordEditing, setup: TicketSetupRepository) {
  const checkAfter = (id: number): void => {
    const { kind, holds_sla: holds, name } = records.get('status', id);
    if (kind === 'closed' && holds === 1) {
      const message = `${name} is a closed status, and closing a ticket stops its clock anyway. Let it hold no clock.`;
      throw new AppError('invalid_arguments', message, { details: { field: 'holdsSla' } });
    }
  };

  return {
    create(changes: Changes): number {
      const id = records.create('status', { ...changes, sequence: setup.nextSequence('status') });
      checkAfter(id);
      return id;
    },

    update(id: number, revision: number, changes: Changes): void {
      const { name } = records.get('status', id);
      const changed = records.update('status', id, revision, changes);
      const relying = changed.has('kind')
        ? describeUses(setup.countUses({ kind: 'status', id, except: 'desk_action' }))
        : [];
      if (relying.length > 0) {
        const message = `${name} cannot become ${String(changes['kind'])}: it is the status of ${listUses(relying)}. Make a new status instead.`;
        throw new AppError('conflict', message, { details: { field: 'kind', uses: relying } });
      }
      checkAfter(id);
    },
  };
}
