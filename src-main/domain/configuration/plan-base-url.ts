import { checkBaseUrl, type ConnectionKind, tidyBaseUrl } from '../../../src-shared/domain/connection-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';

/** The address as it is stored and asked. Throws where a key should not go to it. */
export function planBaseUrl(baseUrl: string, kind: ConnectionKind): string {
  const planned = tidyBaseUrl(baseUrl, kind);
  const known = checkBaseUrl(baseUrl) ?? checkBaseUrl(planned);
  const problem = known ?? (URL.canParse(planned) ? undefined : 'It is no address that can be asked.');
  if (problem === undefined) return planned;
  throw new AppError('invalid_arguments', `The base URL cannot be used. ${problem}`);
}
