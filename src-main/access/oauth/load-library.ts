import type { Log } from '../../ports.ts';

export type OAuthLibrary = typeof import('oidc-provider');

let loading: Promise<OAuthLibrary> | undefined;

/**
 * The OAuth library, loaded when it is first needed: it would take a good part of a start that may never use it. What it
 * prints while loading, such as that Electron is no Node that it knows, goes to the log.
 */
export function loadOAuthLibrary(log: Log): Promise<OAuthLibrary> {
  loading ??= load(log);
  return loading;
}

async function load(log: Log): Promise<OAuthLibrary> {
  completeUrl();
  const output: { warn: unknown } = globalThis.console;
  const { warn } = output;
  output.warn = (text: string) => log.warn(text);
  try {
    return await import('oidc-provider');
  } finally {
    output.warn = warn;
  }
}

/** The library uses `URL.parse`, which the Node inside older Electrons lacks. */
function completeUrl(): void {
  const url: { parse?: unknown } = URL;
  url.parse ??= (text: string, base?: string) => (URL.canParse(text, base) ? new URL(text, base) : null);
}
