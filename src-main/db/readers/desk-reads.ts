import type { RecordListInput, RecordListOutput } from '../repositories/record-list-repository.ts';
import type { UsesQuery, UsesRow } from '../repositories/record-uses.ts';
import type { TraceAnswer, TraceQuery } from '../repositories/trace-repository.ts';
import type { prepareCountDesk } from './count-desk.ts';
import type { OpenOnStep } from './count-on-steps.ts';
import type { PaletteQuery, PaletteRow } from './find-for-palette.ts';
import type { TicketListAnswer, TicketListQuery } from './list-tickets.ts';
import type { ReaderPool } from './reader-pool.ts';

/** The administrator's lists and figures, which may take long and so run on reader threads. */
export interface DeskReads {
  listTickets(query: TicketListQuery): Promise<TicketListAnswer>;
  listRecords(input: RecordListInput): Promise<RecordListOutput>;
  findForPalette(query: PaletteQuery): Promise<PaletteRow[]>;
  readTrace(query: TraceQuery): Promise<TraceAnswer>;
  countUses(query: UsesQuery): Promise<UsesRow[]>;
  countDesk(input: { now: number }): Promise<ReturnType<ReturnType<typeof prepareCountDesk>>>;
  /** Open tickets of the types that a workflow is for, by the step that is written down for them. */
  countOnSteps(workflowId: number): Promise<OpenOnStep[]>;
}

export function createDeskReads(readers: ReaderPool): DeskReads {
  return {
    listTickets: (query) => readers.run('listTickets', query),
    listRecords: (input) => readers.run('listRecords', input),
    findForPalette: (query) => readers.run('findForPalette', query),
    readTrace: (query) => readers.run('readTrace', query),
    countUses: (query) => readers.run('countUses', query),
    countDesk: (input) => readers.run('countDesk', input),
    countOnSteps: (workflowId) => readers.run('countOnSteps', workflowId),
  };
}
