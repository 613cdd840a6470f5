/** Where the public door listens, for those parts of the core that are made before it and need its address. */
export interface PublicAddress {
  /** Such as `http://127.0.0.1:4256`; undefined while nothing listens. */
  origin(): string | undefined;
  set(origin: string | undefined): void;
}

export function createPublicAddress(): PublicAddress {
  let current: string | undefined;
  return { origin: () => current, set: (origin) => void (current = origin) };
}
