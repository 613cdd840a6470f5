import { randomBytes, randomUUID } from 'node:crypto';

export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, details?: Record<string, unknown>): void;
}

/** What the core needs from the world around it; tests pass their own. */
export interface Ports {
  /** Epoch milliseconds UTC. */
  now(): number;
  uuid(): string;
  randomBytes(count: number): Buffer;
  log: Log;
}

export function createSystemPorts(log: Log): Ports {
  return { now: () => Date.now(), uuid: () => randomUUID(), randomBytes: (count) => randomBytes(count), log };
}
