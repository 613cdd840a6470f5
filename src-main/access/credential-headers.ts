import { AppError } from '../../src-shared/errors/app-error.ts';

/** The two headers that may carry a credential, as received. */
export interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly xHaloApiKey?: string | undefined;
}

/** Some ten times what a credential needs. Longer values are refused before anything is computed from them. */
const longest = 512;

/** RFC 6750 section 2.1; the scheme in any case (RFC 9110 section 11.1). */
const bearer = /^bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

/** The one credential that the headers carry. Throws `unauthorized` when there is none, or no single one. */
export function readCredential({ authorization = '', xHaloApiKey = '' }: CredentialHeaders): string {
  if (authorization.length > longest || xHaloApiKey.length > longest) {
    throw invalidRequest(`The credentials are too long: a key or token has fewer than ${longest} characters.`);
  }
  const key = xHaloApiKey.trim();
  if (authorization.trim() === '') {
    if (key === '') throw missing();
    return key;
  }
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) {
    throw invalidRequest('The Authorization header must be the word Bearer, a space, and the key or token.');
  }
  if (key !== '' && key !== token) {
    throw invalidRequest('The Authorization and X-Halo-Api-Key headers carry different credentials: send only one.');
  }
  return token;
}

/** Without credentials the challenge names no error (RFC 6750 section 3.1). */
function missing(): AppError {
  return new AppError(
    'unauthorized',
    'This endpoint needs a key or an access token: send a key in the X-Halo-Api-Key header, or either as a Bearer token.',
  );
}

function invalidRequest(message: string): AppError {
  return new AppError('unauthorized', message, { details: { challenge: 'invalid_request' } });
}
