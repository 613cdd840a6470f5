import { AppError } from '../../../src-shared/errors/app-error.ts';
import { connectionFailure } from './connection-failure.ts';

const whoVouches = 'Start the workbench with NODE_EXTRA_CA_CERTS set to the file of the authority that does.';

const systemCodes: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server of that name: check the base URL and the network.',
  EAI_AGAIN: 'Its name could not be looked up: check the network.',
  ECONNREFUSED: 'Nothing listens there: check the port, and that the server runs.',
  ECONNRESET: 'It hung up. Try again.',
  UND_ERR_SOCKET: 'It hung up. Try again.',
  EHOSTUNREACH: 'There is no way to it: check the network.',
  ENETUNREACH: 'There is no way to it: check the network.',
  ETIMEDOUT: 'It did not answer: check the base URL and the network.',
  UND_ERR_CONNECT_TIMEOUT: 'It did not answer: check the base URL and the network.',
  DEPTH_ZERO_SELF_SIGNED_CERT: `Nobody known here vouches for its certificate. ${whoVouches}`,
  SELF_SIGNED_CERT_IN_CHAIN: `Nobody known here vouches for its certificate. ${whoVouches}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `Nobody known here vouches for its certificate. ${whoVouches}`,
  CERT_HAS_EXPIRED: 'Its certificate has expired: whoever runs it has to renew it.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name: check the base URL.',
};

interface Server {
  readonly name: string;
  readonly baseUrl: string;
}

const deepest = 8;

/**
 * What was thrown on the way to a server or while its answer came, as a sentence that says what to do. Undefined for what
 * neither the server nor the network did.
 */
export function explainFailure(error: unknown, server: Server): AppError | undefined {
  const chain = listCauses(error);
  const known = chain.find((cause) => cause instanceof AppError);
  if (known !== undefined) return known;
  const code = chain.map((cause) => (cause as NodeJS.ErrnoException).code).find((text) => typeof text === 'string');
  return code === undefined ? undefined : explainUnreachable(error, server, code);
}

export function explainUnreachable(error: unknown, { name, baseUrl }: Server, code?: string): AppError {
  const technical = listCauses(error)
    .map(({ message }) => message)
    .join(' / ');
  const why = systemCodes[code ?? ''] ?? 'Check the base URL and the network.';
  const sentence = `${name} cannot be reached at ${new URL(baseUrl).host}. ${why}`;
  return connectionFailure('unreachable', sentence, { code, technical });
}

function listCauses(error: unknown): Error[] {
  const found: Error[] = [];
  for (let cause = error; cause instanceof Error && found.length < deepest; cause = cause.cause) found.push(cause);
  return found;
}
