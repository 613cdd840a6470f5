import type { ApplicationView } from '../../../src-shared/api/applications.ts';
import type { KeyView } from '../../../src-shared/api/keys.ts';

/** What is bound to a collection: who would stand before a closed door without it. */
export interface Bound {
  /** Keys that open this collection alone. */
  readonly keys: readonly KeyView[];
  /** Applications that may use this collection and not every one. */
  readonly applications: readonly ApplicationView[];
  /** Those of them that may use nothing else. */
  readonly stranded: readonly ApplicationView[];
  /** How many applications may use every collection, this one too. */
  readonly unbound: number;
}

export function findBound(id: string, keys: readonly KeyView[], all: readonly ApplicationView[]): Bound {
  const applications = all.filter(({ collections }) => collections?.some((collection) => collection.id === id));
  return {
    keys: keys.filter(({ collection }) => collection?.id === id),
    applications,
    stranded: applications.filter(({ collections }) =>
      collections?.every((other) => other.id === id || other.name === undefined),
    ),
    unbound: all.filter(({ collections }) => collections === undefined).length,
  };
}
