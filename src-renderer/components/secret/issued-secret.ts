import type { ApplicationView } from '../../../src-shared/api/applications.ts';

/** A secret just made, which the core will not tell again. Held by the page alone, in no draft. */
export interface IssuedSecret {
  readonly kind: 'key' | 'client-secret';
  readonly secret: string;
  readonly application: ApplicationView;
  /** The only collection that the key opens. */
  readonly collectionId?: string | undefined;
}
