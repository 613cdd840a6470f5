import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import { type Principal, principalLabel } from '../domain/principal.ts';
import type { Ports } from '../ports.ts';

interface Caller {
  readonly endpoint: Endpoint;
  readonly principal: Principal;
}

export interface RateLimit {
  /** Counts a call of this caller. Throws `rate_limited`, without counting it, when the minute's calls are used up. */
  take(caller: Caller): void;
}

const minute = 60_000;
/** Callers remembered at a time; the one that called longest ago makes room. */
const mostCallers = 2000;

/** How many calls each caller makes on an endpoint in any minute: one application, acting as one person. */
export function createRateLimit(ports: Pick<Ports, 'now'>): RateLimit {
  // Times of the calls of the latest minute, ordered by the caller's last call.
  const callers = new Map<string, number[]>();

  return {
    take({ endpoint, principal }) {
      const { callsPerMinute } = endpoint.settings;
      if (callsPerMinute === null) return;
      const key = `${endpoint.id} ${principal.application?.id ?? ''} ${principalLabel(principal)}`;
      const now = ports.now();
      const latest = (callers.get(key) ?? []).filter((at) => at > now - minute);
      // A limit that was lowered meanwhile counts what was allowed before.
      const oldest = latest.at(-callsPerMinute);
      if (oldest !== undefined) {
        const seconds = Math.max(1, Math.ceil((oldest + minute - now) / 1000));
        const calls = callsPerMinute === 1 ? 'one call' : `${callsPerMinute} calls`;
        throw new AppError(
          'rate_limited',
          `This collection takes ${calls} a minute. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
        );
      }
      callers.delete(key);
      callers.set(key, [...latest, now]);
      const [first] = callers.keys();
      if (callers.size > mostCallers && first !== undefined) callers.delete(first);
    },
  };
}
