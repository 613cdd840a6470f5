import type { ImportKind } from '../../../src-shared/domain/import-plan.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { LoadContext } from './load-context.ts';
import { createNames } from './names.ts';
import type { Outcome } from './save-record.ts';
import { createActionWriter } from './write-action.ts';
import { createPersonWriter } from './write-person.ts';
import { createPlainWriters } from './write-plain.ts';
import { createTicketWriter } from './write-ticket.ts';

type WriteRow = (mapped: MappedRow) => Outcome;

/** How rows of the plan's kind get onto the desk: one line per kind. A refused row has written nothing. */
export function createRowWriter(context: LoadContext): WriteRow {
  const names = createNames(context);
  const person = createPersonWriter(context, names);
  const plain = createPlainWriters(context, names);
  const writers: Readonly<Record<ImportKind, WriteRow>> = {
    client: plain.client,
    agent: person.agent,
    user: person.user,
    service: plain.service,
    asset: plain.asset,
    article: plain.article,
    ticket: createTicketWriter(context, names),
    action: createActionWriter(context, names),
  };
  const write = writers[context.plan.kind];
  return (mapped) => {
    const problem = names.problemWith(mapped);
    return problem === undefined ? write(mapped) : { refused: problem };
  };
}
