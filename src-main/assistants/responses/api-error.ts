import { AppError, type ErrorCode } from '../../../src-shared/errors/app-error.ts';

/** The body of an error as OpenAI's API sends it, in `error`. */
export interface ApiErrorBody {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
}

interface ApiErrorParts {
  readonly type?: string;
  /** The parameter that is to blame, such as `tools[0].server_url`. */
  readonly param?: string;
  readonly code?: string;
}

/** An expected failure of the Responses API: its HTTP status, and what its body says. */
export function apiError(
  status: number,
  message: string,
  { type = 'invalid_request_error', param, code }: ApiErrorParts = {},
): AppError {
  const body: ApiErrorBody = { message, type, param: param ?? null, code: code ?? null };
  return new AppError(codeOf(status), message, { details: { status, body } });
}

/** Undefined for what `apiError` did not make. */
export function readApiError(error: unknown): { readonly status: number; readonly body: ApiErrorBody } | undefined {
  if (!(error instanceof AppError)) return undefined;
  const { status, body } = error.details;
  return typeof status === 'number' && body !== undefined ? { status, body: body as ApiErrorBody } : undefined;
}

/** What is told of a fault of the workbench. */
export const fault: ApiErrorBody = {
  message: 'The workbench had a fault while it processed the request. Its log says more.',
  type: 'server_error',
  param: null,
  code: null,
};

/** What the workbench expected to go wrong, such as a full disk, is said in its own words. Undefined for a fault. */
export function describeApiFailure(error: unknown): ReturnType<typeof readApiError> {
  const known = readApiError(error);
  if (known !== undefined || !(error instanceof AppError)) return known;
  return { status: 503, body: { ...fault, message: error.message } };
}

function codeOf(status: number): ErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 404:
      return 'not_found';
    case 429:
      return 'rate_limited';
    case 500:
      return 'internal';
    default:
      return 'invalid_arguments';
  }
}
