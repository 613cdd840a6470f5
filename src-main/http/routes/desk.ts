import { resetWord } from '../../../src-shared/api/desk.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { resetDesk } from '../../domain/demo/reset-desk.ts';
import { principalLabel } from '../../domain/principal.ts';
import { os } from '../implementer.ts';

export const deskRoutes = {
  counts: os.desk.counts.handler(async ({ context: { core } }) => {
    const { openedByDay, byStatus, ...counts } = await core.deskReads.countDesk({ now: core.ports.now() });
    return {
      ...counts,
      byStatus: [...byStatus],
      openedByDay: openedByDay.map(({ day, tickets }) => ({
        day: new Date(day * 86_400_000).toISOString().slice(0, 10),
        tickets,
      })),
    };
  }),
  reset: os.desk.reset.handler(({ context: { core }, input: { to, confirm } }) => {
    if (confirm.trim().toLowerCase() !== resetWord) {
      throw new AppError('invalid_arguments', `Type the word "${resetWord}" to replace everything on the desk.`);
    }
    if (core.imports.isAtWork) {
      throw new AppError(
        'conflict',
        'An import is at work. Cancel it, or wait until it is done, before you reset the desk.',
      );
    }
    const actor = principalLabel(core.access.principalByEmail(undefined));
    const done = resetDesk(core.database, { to, actor, now: core.ports.now() });
    const people = core.access.applications.list().filter(({ actsAs }) => actsAs.kind !== 'service');
    return { ...done, brokenApplications: people.map(({ name }) => name) };
  }),
};
