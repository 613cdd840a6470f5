import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../errors/app-error.ts';
import { statuses } from './wire-error.ts';

const details = z.record(z.string(), z.unknown());

type ErrorMap = Readonly<Record<ErrorCode, { readonly status: number; readonly data: typeof details }>>;

/** Every code, as the typed errors of every call in the contract. */
export const appErrors = Object.fromEntries(
  errorCodes.map((code) => [code, { status: statuses[code], data: details }]),
) as unknown as ErrorMap;
