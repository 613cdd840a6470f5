import type { ServerFetch } from './server-fetch.ts';

/** A server, and how it is asked. */
export interface ConnectionTarget {
  readonly id: string;
  readonly name: string;
  readonly isOffline: boolean;
  readonly baseUrl: string;
  readonly model: string;
  readonly organization?: string | undefined;
  readonly project?: string | undefined;
  /** Empty where none is needed; throws where one is needed and cannot be had. */
  readonly key: () => string;
  readonly fetch: ServerFetch;
}
