import type { CustomUse } from '../define-use.ts';
import { aiAbility } from './ai-ability.ts';
import { logTicket } from './log-ticket.ts';
import { specificAction } from './specific-action.ts';

/** Everything that a custom tool can be used for, in the order in which administrators choose from it. */
export const customUses: readonly CustomUse[] = [aiAbility, logTicket, specificAction];
