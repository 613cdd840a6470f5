// breaks: contract-in-api
import { oc } from '@orpc/contract';

export const ticketContract = oc;
