import type { OrderedKind } from '../../../src-shared/domain/ticket-setup.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TicketSetupRepository } from '../../db/repositories/ticket-setup-repository.ts';

export function createOrderSetup(setup: TicketSetupRepository) {
  /** Takes all ids of the kind, in their new order. */
  return (kind: OrderedKind, ids: readonly number[]): void => {
    const inOrder = (list: readonly number[]): string => [...list].sort((one, other) => one - other).join();
    if (inOrder(ids) !== inOrder(setup.listIds(kind))) {
      throw new AppError('conflict', 'Some were added or deleted meanwhile. Look at the list again.');
    }
    for (const [index, id] of ids.entries()) setup.place(kind, id, index + 1);
  };
}
