import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Ports } from '../ports.ts';
import { createLinkSecret, findBySecret } from './secrets.ts';

export interface SignInLinks {
  create(): { readonly token: string; readonly expiresAt: number };
  /** Takes the token, which is worth nothing from then on. Throws `unauthorized`, or `busy` after too many wrong ones. */
  redeem(token: string): void;
}

interface Link {
  readonly hash: Buffer;
  readonly expiresAt: number;
}

/** How long a link can be used, in milliseconds. */
const lifetime = 600_000;
const mostLinks = 10;

/** So many wrong tokens may come at once, and one more each interval of milliseconds. */
const mostWrong = 10;
const forgiveInterval = 6000;

/** One-time tokens by which a page in a browser signs in. In memory only: whoever serves can make another. */
export function createSignInLinks(ports: Pick<Ports, 'now' | 'randomBytes'>): SignInLinks {
  let links: Link[] = [];
  let wrong = 0;
  let countedAt = ports.now();

  /** Checked before the token is looked at: a limit that let the right one through would slow down nobody's guessing. */
  const checkPatience = (): void => {
    const forgiven = Math.max(0, Math.floor((ports.now() - countedAt) / forgiveInterval));
    wrong = Math.max(0, wrong - forgiven);
    countedAt += forgiven * forgiveInterval;
    if (wrong >= mostWrong) throw new AppError('busy', 'Too many wrong sign-in links were tried. Wait a minute.');
  };

  return {
    create() {
      const { plaintext, hash } = createLinkSecret(ports);
      const expiresAt = ports.now() + lifetime;
      links = [...links, { hash, expiresAt }].slice(-mostLinks);
      return { token: plaintext, expiresAt };
    },
    redeem(token) {
      checkPatience();
      const now = ports.now();
      links = links.filter(({ expiresAt }) => expiresAt > now);
      const link = findBySecret(token, links);
      if (link === undefined) {
        wrong += 1;
        throw new AppError(
          'unauthorized',
          'This sign-in link was used already, or it is too old. "halo-mcp-workbench link" makes a new one.',
        );
      }
      links = links.filter((other) => other !== link);
    },
  };
}
