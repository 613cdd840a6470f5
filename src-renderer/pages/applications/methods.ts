export const methods = {
  static_key: 'Static API key',
  client_credentials: 'Client ID and secret (services)',
} as const;

export type Method = keyof typeof methods;

export const offeredMethods: readonly { readonly method: Method; readonly about: string }[] = [
  {
    method: 'static_key',
    about: 'The client sends a key with each request. Simplest, and every MCP client can do it.',
  },
  {
    method: 'client_credentials',
    about: 'The client exchanges an ID and a secret for a token that lives an hour. For services.',
  },
];

/** What Halo has and this version does not, and why. */
export const notOffered: readonly { readonly name: string; readonly why: string }[] = [
  {
    name: 'Authorisation code (native or web application)',
    why: 'Not offered in this version: people cannot sign in through a client yet. Use a key that acts as the person.',
  },
  {
    name: 'Implicit flow (single page application)',
    why: 'Not offered: OAuth 2.1 removed it, because tokens end up in addresses.',
  },
  {
    name: 'Username and password',
    why: 'Not offered: OAuth 2.1 removed it, because clients would see people’s passwords.',
  },
];
