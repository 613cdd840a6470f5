import type { TicketOutcome, TicketRecord } from '../../../src-shared/api/tickets.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { describeUse } from './describe-outcome.ts';
import type { TicketFieldValue } from './ticket-fields.tsx';

interface Given {
  readonly note?: string;
  readonly fields?: TicketFieldValue[];
}

/** Uses an outcome and says what that did. When the ticket has moved on, the refusal says where it is now. */
export async function applyOutcome(before: TicketRecord, outcome: TicketOutcome, given: Given = {}): Promise<string> {
  const { id } = before;
  const { id: outcomeId, name } = outcome;
  try {
    const after = await client.tickets.useOutcome({ id, outcomeId, ...given });
    // What was offered before is not to be used once more while the news of it is on its way.
    await queryClient.invalidateQueries({ queryKey: api.tickets.outcomes.key({ input: { id } }) });
    return describeUse(outcome, before, after);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict' || error.details['outcomes'] === undefined)
      throw error;
    const { step } = await client.tickets.outcomes({ id });
    const where = step === undefined ? '' : ` It is on the step ${step.name} now.`;
    throw new AppError(
      'conflict',
      `Nothing was done: somebody changed the ticket meanwhile, and “${name}” cannot be used any more.${where}`,
      { cause: error },
    );
  }
}
