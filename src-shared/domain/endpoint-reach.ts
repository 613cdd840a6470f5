import type { ConversationSetup } from './conversations.ts';

/** A model's server, as far as it matters for who can be reached from it. */
export interface ReachedFrom {
  /** The connection's name. */
  readonly name: string;
  readonly isOffline: boolean;
  readonly baseUrl: string;
}

export interface ReachExplanation {
  /** Whether a request can be made this way. */
  readonly works: boolean;
  /** Which way applies and why, or what to choose instead. */
  readonly sentence: string;
}

const keyNote = 'It gets a key for this endpoint alone, which ends with the answer.';
const instead = 'Choose that the workbench carries out the calls';

/**
 * Who carries out the calls of a conversation, and by which way the endpoint is reached (SPEC 11). The offline model, which
 * is part of the workbench, reaches it in one way, whatever was chosen for others.
 */
export function explainReach(
  { toolLoop, reach }: Pick<ConversationSetup, 'toolLoop' | 'reach'>,
  { name, isOffline, baseUrl }: ReachedFrom,
): ReachExplanation {
  if (toolLoop === 'workbench') {
    return works('The workbench carries out the calls itself, so nobody elsewhere has to reach the endpoint.');
  }
  if (isOffline) return works(`The offline model calls the endpoint at its own address. ${keyNote}`);
  switch (reach.by) {
    case 'own-address':
      if (isOnThisMachine(baseUrl)) {
        return works(`“${name}” runs on this machine and calls the endpoint at its own address. ${keyNote}`);
      }
      return fails(
        `“${name}” is elsewhere and cannot reach an address of this machine. ${instead}, or give a public address or a tunnel.`,
      );
    case 'address': {
      const problem = findAddressProblem(reach.url);
      if (problem !== undefined) return fails(problem);
      return works(
        `“${name}” calls the endpoint at ${readAddress(reach.url)?.host}, which has to lead here and to send 127.0.0.1 as Host. ${keyNote}`,
      );
    }
    case 'tunnel':
      if (reach.tunnelId.trim() === '') return fails('Enter the id of the tunnel, which begins with “tunnel_”.');
      if (isOpenAi(baseUrl)) {
        return works(
          `OpenAI calls the endpoint through its Secure MCP Tunnel, as long as tunnel-client runs here and leads to the endpoint. ${keyNote}`,
        );
      }
      return works(
        `Tunnels belong to OpenAI: “${name}” can use one only if it hands requests on to OpenAI. ${keyNote}`,
      );
  }
}

/** Whether an address is one of the machine that asks. */
export function isOnThisMachine(url: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(readAddress(url)?.hostname ?? '');
}

/** What is wrong with a public address, as a sentence; undefined when it can be used. */
function findAddressProblem(url: string): string | undefined {
  const address = readAddress(url);
  if (address === undefined) return 'Enter the whole public address of the endpoint, which begins with https://.';
  if (isOnThisMachine(url)) {
    return 'This is an address of this machine, which nobody elsewhere reaches. Enter the public one.';
  }
  if (address.scheme !== 'https') {
    return 'A public address begins with https://, so that nobody on the way reads the key.';
  }
  return address.hasPassword ? 'Leave the user name and the password out of the address.' : undefined;
}

function isOpenAi(url: string): boolean {
  return /(^|\.)openai\.com$/.test(readAddress(url)?.hostname ?? '');
}

interface Address {
  readonly scheme: string;
  readonly hostname: string;
  /** With the port, where one is given. */
  readonly host: string;
  readonly hasPassword: boolean;
}

/** What this part of the code has no URL for. A backslash ends the host here too, as it does for whoever connects. */
function readAddress(url: string): Address | undefined {
  const [, scheme, user, hostname, port = ''] =
    /^(https?):\/\/([^/?#\\]*@)?(\[[\da-f:.]+\]|[^/?#\\:@\s]+)(:\d{1,5})?(?:[/?#\\]|$)/.exec(url.toLowerCase()) ?? [];
  if (scheme === undefined || hostname === undefined) return undefined;
  return { scheme, hostname, host: hostname + port, hasPassword: user !== undefined };
}

const works = (sentence: string): ReachExplanation => ({ works: true, sentence });
const fails = (sentence: string): ReachExplanation => ({ works: false, sentence });
