import { oc } from '@orpc/contract';
import { appErrors } from './app-errors.ts';

/** What every call of the contract starts from: it may fail with any of the product's codes. */
export const procedure = oc.errors(appErrors);
