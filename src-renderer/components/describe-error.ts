import { AppError } from '../../src-shared/errors/app-error.ts';
import { isUnreachable } from '../api/is-unreachable.ts';

export interface ErrorWords {
  /** What happened and what to do. */
  readonly sentence: string;
  /** For whoever reports it; absent when the sentence says all. */
  readonly technical?: string;
}

/** The one place where a failure becomes words in the app. */
export function describeError(error: unknown): ErrorWords {
  if (error instanceof AppError) return { sentence: error.message };
  if (isUnreachable(error)) {
    return { sentence: 'The workbench does not answer. It may be starting again; what you typed is kept.' };
  }
  const technical = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    sentence: 'This is a fault of the workbench. Reload the page; if it stays, report the text below.',
    technical,
  };
}
