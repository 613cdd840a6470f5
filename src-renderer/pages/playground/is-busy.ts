import type { Conversation } from '../../../src-shared/api/conversations.ts';

/** Whether it is being answered, or waits for somebody. */
export function isBusy({ state }: Pick<Conversation, 'state'>): boolean {
  return state === 'running' || state === 'waiting';
}
