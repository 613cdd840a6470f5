import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Failure } from './item-facts.ts';

const longest = 4_000;

/** What failed, for a person, with what the server said. */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) {
    return { message: 'The workbench had a fault. Try again; its log says more.', code: 'internal' };
  }
  const { code, technical } = error.details;
  return {
    message: error.message,
    code: typeof code === 'string' ? code : error.code,
    ...(typeof technical === 'string' && { technical: technical.slice(0, longest) }),
  };
}
