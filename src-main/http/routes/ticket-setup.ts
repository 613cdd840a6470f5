import type { SetupKind } from '../../../src-shared/domain/ticket-setup.ts';
import { describeUses } from '../../domain/ticket-setup/describe-uses.ts';
import type { UsesRow } from '../../db/repositories/record-uses.ts';
import { countCustomToolUses } from '../custom-tool-uses.ts';
import { editDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';

/** The page on which each kind is edited. */
const pages: Readonly<Record<SetupKind, string>> = {
  ticket_type: 'Ticket types',
  status: 'Statuses',
  priority: 'Priorities',
  sla: 'SLAs',
  calendar: 'Working calendars',
  template: 'Templates',
  field: 'Custom fields',
  category: 'Categories',
};

export const ticketSetupRoutes = {
  uses: os.ticketSetup.uses.handler(async ({ context: { core }, input }) => {
    core.desk.records.get(input.kind, input.id);
    return describeUses(await countAllUses(core, input));
  }),
  remove: os.ticketSetup.remove.handler(async ({ context, input: { kind, id } }) => {
    const { desk } = context.core;
    const uses = await countAllUses(context.core, { kind, id });
    editDesk(context, pages[kind], () => desk.setup.remove(kind, id, uses));
    return { id };
  }),
  order: os.ticketSetup.order.handler(({ context, input: { kind, ids } }) => {
    editDesk(context, pages[kind], () => context.core.desk.setup.order(kind, ids));
    return { ids };
  }),
};

async function countAllUses(core: DoorCore, of: { readonly kind: SetupKind; readonly id: number }): Promise<UsesRow[]> {
  return [...(await core.deskReads.countUses(of)), ...countCustomToolUses(core, of.kind, of.id)];
}
