import { AppError } from '../../src-shared/errors/app-error.ts';
import { isWithin } from '../domain/viewer.ts';
import { text } from './arguments.ts';
import type { ToolContext } from './define-tool.ts';

export const userEmail = text({ max: 254 }).describe('The email address of the user whose ticket it is.');

export const ticketSummary = text({
  max: 70,
  advice: 'Give a shorter summary and put the rest into the longer text.',
}).describe('One line that says what is wrong or wanted, at most 70 characters.');

export const ticketDetails = text({ max: 50_000 }).describe('Everything known about it.');

/** Whose ticket is logged: users log their own, agents say whose. */
export function findTicketUser(
  email: string | undefined,
  { desk, viewer, principal }: ToolContext,
): { id: number; siteId: number } {
  if (principal.kind === 'user') {
    if (isWithin(viewer.limits?.clientIds, principal.clientId))
      return { id: principal.userId, siteId: principal.siteId };
    throw new AppError('not_allowed', 'Tickets of your organisation are not logged here. Ask the service desk.');
  }
  const user = desk.people.users.findByEmail(viewer, email?.trim() ?? '');
  if (user === undefined) {
    throw new AppError('not_found', `No user has the email address "${email}". Find the right one with get_users.`);
  }
  if (user.inactive === 1) {
    throw new AppError('conflict', `${user.name} is inactive, so no ticket can be logged for that address.`);
  }
  return user;
}
