import { z } from 'zod';

/** Azure OpenAI differs in its address, and in calling a deployment what the others call a model. */
export const connectionKinds = ['openai', 'azure', 'compatible'] as const;

export type ConnectionKind = (typeof connectionKinds)[number];

export const mostConnections = 100;
export const longestKey = 4000;

/** In the place of a connection's id: none is chosen. */
export const noConnection = 'none';

/** What an administrator configures of a connection; stored as one versioned JSON document. Its key never stands here. */
export const connectionSettings = z.strictObject({
  name: z.string(),
  kind: z.enum(connectionKinds),
  baseUrl: z.string(),
  /** What it uses when nothing else is asked for; for Azure a deployment's name. */
  model: z.string(),
  organization: z.string().default(''),
  project: z.string().default(''),
});

export type ConnectionSettings = z.infer<typeof connectionSettings>;

/** What is wrong with a base URL, as a sentence; undefined when all is well. */
export function checkBaseUrl(text: string): string | undefined {
  const address = parseAddress(text);
  if (address === undefined) return 'Give a whole address, such as https://api.openai.com/v1.';
  if (address.hasUser) return 'Leave the name and password out: the key has a field of its own.';
  if (address.hasRest) return 'Leave out everything from ? or # on.';
  if (!address.isSecure && !loopback.test(address.host)) {
    return 'Use https: over http the key could be read on its way. Only this machine may have http (127.0.0.1, localhost).';
  }
  return undefined;
}

/** The address as it is stored: without a slash at its end, and for Azure with the path that its API has. */
export function tidyBaseUrl(text: string, kind: ConnectionKind): string {
  const address = parseAddress(text);
  if (address === undefined) return text.trim();
  const path = address.path.replace(/\/+$/, '');
  return address.origin + (kind === 'azure' && ['', '/openai'].includes(path) ? '/openai/v1' : path);
}

/** Scheme, host and port: a stored key is sent nowhere else. Undefined for what is no address. */
export function originOf(baseUrl: string): string | undefined {
  return parseAddress(baseUrl)?.origin;
}

interface Address {
  readonly isSecure: boolean;
  readonly host: string;
  readonly origin: string;
  readonly path: string;
  readonly hasUser: boolean;
  /** A query or a fragment follows. */
  readonly hasRest: boolean;
}

const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const loopback = new RegExp(`^(?:localhost|127(?:\\.${byte}){3}|\\[::1\\])$`);
/** Scheme, user, host, port, path, rest: of what every parser of addresses reads alike. */
const shape =
  /^(https?):\/\/(?:([^/?#@\\\s]*)@)?([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?(\/[^?#\\\s]*)?([?#].*)?$/i;

function parseAddress(text: string): Address | undefined {
  const match = shape.exec(text.trim());
  if (match === null) return undefined;
  const [, scheme = '', user, name = '', port, path = '', rest] = match;
  const isSecure = scheme.toLowerCase() === 'https';
  const host = name.toLowerCase();
  const usual = isSecure ? 443 : 80;
  const shownPort = port === undefined || Number(port) === usual ? '' : `:${Number(port)}`;
  const origin = `${isSecure ? 'https' : 'http'}://${host}${shownPort}`;
  return { isSecure, host, origin, path, hasUser: user !== undefined, hasRest: rest !== undefined };
}
